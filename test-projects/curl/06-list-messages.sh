# Messages of an app, newest first, page by page.
. "$(dirname "$0")/common.sh"

APP=$(new_app SMS)
for WORDS in one two three; do
  call POST "$API/messages:send" '{
    "app_id": "'$APP'",
    "recipient": { "identified_by": { "channel_identities": [{ "channel": "SMS", "identity": "46700000006" }] } },
    "message": { "text_message": { "text": "'$WORDS'" } }
  }' > /dev/null
done

PAGE=$(call GET "$API/messages?app_id=$APP&page_size=2")
echo "$PAGE"
call GET "$API/messages?app_id=$APP&page_size=2&page_token=$(echo "$PAGE" | first next_page_token)"

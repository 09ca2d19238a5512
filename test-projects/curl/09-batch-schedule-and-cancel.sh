# One message to many, with words for each, planned for the end of the day and then cancelled.
. "$(dirname "$0")/common.sh"

APP=$(new_app SMS)
TODAY=$(call GET "$PLAY/clock" | first now | cut -c 1-10)
ID=$(call POST "$BATCH/messages" '{
  "app_id": "'$APP'",
  "message": { "text_message": { "text": "Hello ${name}" } },
  "recipient_and_params": [
    { "recipient": { "identified_by": { "channel_identities": [{ "channel": "SMS", "identity": "46700000001" }] } },
      "parameters": { "name": "Ada" } },
    { "recipient": { "identified_by": { "channel_identities": [{ "channel": "SMS", "identity": "46700000002" }] } },
      "parameters": { "name": "Bo" } }
  ],
  "send_after": "'$TODAY'T23:59:59Z"
}' | first batch_id)

call GET "$BATCH/messages/$ID"
# Cancelling is taken at once and done in a moment.
call DELETE "$BATCH/messages" '{ "batch_id": "'$ID'" }'
call POST "$PLAY/idle" '{}'
call GET "$BATCH/messages/$ID"

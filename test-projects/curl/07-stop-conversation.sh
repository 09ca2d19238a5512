# After a conversation is stopped, the next message starts a new one.
. "$(dirname "$0")/common.sh"

APP=$(new_app SMS)
write() {
  call POST "$PLAY/inbound" '{ "app_id": "'$APP'", "channel": "SMS", "identity": "46700000007", "text": "Hi" }' > /dev/null
}

write
OLD=$(call GET "$API/conversations?app_id=$APP&only_active=true" | first id)
call POST "$API/conversations/$OLD:stop"
call GET "$API/conversations/$OLD"

write
NEW=$(call GET "$API/conversations?app_id=$APP&only_active=true" | first id)
[ "$NEW" != "$OLD" ] && echo "a new conversation"

# A text to a number that nobody knew: contact and conversation are made on the way.
. "$(dirname "$0")/common.sh"

APP=$(new_app SMS)
MESSAGE=$(call POST "$API/messages:send" '{
  "app_id": "'$APP'",
  "recipient": { "identified_by": { "channel_identities": [{ "channel": "SMS", "identity": "+46700000000" }] } },
  "message": { "text_message": { "text": "Your order is on its way" } }
}' | first message_id)

# The call only queued it. This waits for the report that it arrived.
call POST "$PLAY/wait" '{ "trigger": "MESSAGE_DELIVERY", "message_id": "'$MESSAGE'", "status": "DELIVERED" }'

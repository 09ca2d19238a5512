# A card over RCS, and over SMS to those who have no RCS. The number 46701740642 is reached by SMS only.
. "$(dirname "$0")/common.sh"

APP=$(new_app RCS SMS)
MESSAGE=$(call POST "$API/messages:send" '{
  "app_id": "'$APP'",
  "recipient": { "identified_by": { "channel_identities": [
    { "channel": "RCS", "identity": "46701740642" },
    { "channel": "SMS", "identity": "46701740642" }
  ] } },
  "message": { "card_message": {
    "title": "Order 17",
    "description": "On its way",
    "choices": [{ "text_message": { "text": "Track" }, "postback_data": "track-17" }]
  } }
}' | first message_id)

call POST "$PLAY/wait" '{ "trigger": "MESSAGE_DELIVERY", "message_id": "'$MESSAGE'", "status": "SWITCHING_CHANNEL" }'
call POST "$PLAY/wait" '{ "trigger": "MESSAGE_DELIVERY", "message_id": "'$MESSAGE'", "status": "DELIVERED" }'

# The contact taps a choice; the app hears of it by its postback.
. "$(dirname "$0")/common.sh"

APP=$(new_app RCS)
call POST "$API/messages:send" '{
  "app_id": "'$APP'",
  "recipient": { "identified_by": { "channel_identities": [{ "channel": "RCS", "identity": "46700000005" }] } },
  "message": { "choice_message": {
    "text_message": { "text": "Shall we ship?" },
    "choices": [{ "text_message": { "text": "Yes" }, "postback_data": "ship-it" }, { "text_message": { "text": "No" } }]
  } }
}'
call POST "$PLAY/idle" '{}'

# Only the emulator can do this: at the service a person does.
call POST "$PLAY/inbound" '{ "app_id": "'$APP'", "channel": "RCS", "identity": "46700000005", "tap": "Yes" }'
call POST "$PLAY/wait" '{ "trigger": "MESSAGE_INBOUND", "app_id": "'$APP'" }'

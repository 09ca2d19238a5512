# A contact leaves over Viber. What the app sends then is not delivered, on no channel.
. "$(dirname "$0")/common.sh"

APP=$(new_app VIBERBM SMS)
call POST "$PLAY/inbound" '{ "app_id": "'$APP'", "channel": "VIBERBM", "identity": "46700000012", "opt_out": true }'
call GET "$API/apps/$APP/consents/OPT_OUT_ALL"

MESSAGE=$(call POST "$API/messages:send" '{
  "app_id": "'$APP'",
  "recipient": { "identified_by": { "channel_identities": [{ "channel": "SMS", "identity": "46700000012" }] } },
  "message": { "text_message": { "text": "Are you still there?" } }
}' | first message_id)
call POST "$PLAY/wait" '{ "trigger": "MESSAGE_DELIVERY", "message_id": "'$MESSAGE'", "status": "FAILED" }'

# Who did it, and when.
call GET "$API/apps/$APP/consents/identities/46700000012"

# A stored template in two languages, sent with a value for its placeholder.
. "$(dirname "$0")/common.sh"

APP=$(new_app SMS)
TEMPLATE=$(call POST "$TEMPLATES" '{
  "default_translation": "en-US",
  "translations": [
    { "language_code": "en-US", "version": "1", "text_message": { "text": "Hello ${name}" },
      "variables": [{ "key": "name", "preview_value": "Ada" }] },
    { "language_code": "sv-SE", "version": "1", "text_message": { "text": "Hej ${name}" },
      "variables": [{ "key": "name", "preview_value": "Ada" }] }
  ]
}' | first id)

call POST "$API/messages:send" '{
  "app_id": "'$APP'",
  "recipient": { "identified_by": { "channel_identities": [{ "channel": "SMS", "identity": "46700000010" }] } },
  "message": { "template_message": { "omni_template": {
    "template_id": "'$TEMPLATE'", "version": "1", "language_code": "sv-SE", "parameters": { "name": "Bo" }
  } } }
}'
call POST "$PLAY/idle" '{}'
# What the phone shows.
call GET "$PLAY/messages?identity=46700000010"

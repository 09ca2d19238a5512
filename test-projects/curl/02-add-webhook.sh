# A webhook that hears what becomes of messages. An app can have five, each with a target of its own.
. "$(dirname "$0")/common.sh"

APP=$(new_app SMS)
WEBHOOK='{
  "app_id": "'$APP'",
  "target": "http://127.0.0.1:3000/callbacks",
  "target_type": "HTTP",
  "secret": "s3cret",
  "triggers": ["MESSAGE_DELIVERY", "MESSAGE_INBOUND"]
}'
call POST "$API/webhooks" "$WEBHOOK"

# The same target a second time is refused with 400.
call POST "$API/webhooks" "$WEBHOOK" || echo "refused"

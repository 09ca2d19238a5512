# How a card will look on channels without cards. Nothing is sent.
. "$(dirname "$0")/common.sh"

APP=$(new_app SMS WHATSAPP)
call POST "$API/messages:transcode" '{
  "app_id": "'$APP'",
  "app_message": { "card_message": {
    "title": "Order 17",
    "description": "On its way",
    "choices": [{ "url_message": { "title": "Track", "url": "https://example.com/17" } }]
  } },
  "channels": ["SMS", "WHATSAPP"]
}'

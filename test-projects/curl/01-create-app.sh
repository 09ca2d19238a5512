# An app with two channels. Their order is their priority.
. "$(dirname "$0")/common.sh"

APP=$(call POST "$API/apps" '{
  "display_name": "Shop",
  "processing_mode": "CONVERSATION",
  "channel_credentials": [
    { "channel": "RCS", "static_bearer": { "claimed_identity": "my-agent", "token": "any" } },
    { "channel": "SMS", "static_bearer": { "claimed_identity": "my-plan", "token": "any" } }
  ]
}' | first id)

call GET "$API/apps/$APP"

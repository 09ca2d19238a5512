# Sourced by each script: a token, the addresses, and three helpers.
# Start an emulator with `npx @convapi/emulator --write-env .env.emulator`, then read the file: set -a; . ./.env.emulator; set +a
set -eu

# first NAME: the first text of that name in the JSON on stdin. With jq: jq -r .name
first() {
  grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4
}

TOKEN=$(curl -sS "$CONVAPI_TOKEN_URL" -u "$SINCH_KEY_ID:$SINCH_KEY_SECRET" -d grant_type=client_credentials | first access_token)
API="$CONVAPI_BASE_URL/v1/projects/$SINCH_PROJECT_ID"
TEMPLATES="$CONVAPI_BASE_URL/v2/projects/$SINCH_PROJECT_ID/templates"
BATCH="$CONVAPI_BASE_URL/batch/v1/projects/$SINCH_PROJECT_ID"
# What only the emulator has: playing contacts, channels and time.
PLAY="$CONVAPI_BASE_URL/_emulator"

# call METHOD URL [JSON]: prints the answer; fails, and so ends the script, when the call is refused
call() {
  status=0
  curl -sS --fail-with-body -X "$1" "$2" -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' ${3:+-d "$3"} || status=$?
  echo
  return $status
}

# new_app CHANNEL...: an app with these channels in CONVERSATION mode; prints its id
new_app() {
  credentials=
  for channel in "$@"; do
    credentials="$credentials${credentials:+,}{\"channel\":\"$channel\",\"static_bearer\":{\"claimed_identity\":\"sender\",\"token\":\"any\"}}"
  done
  call POST "$API/apps" "{\"display_name\":\"Shop\",\"processing_mode\":\"CONVERSATION\",\"channel_credentials\":[$credentials]}" | first id
}

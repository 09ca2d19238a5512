# Two contacts turn out to be one person. What the second has moves to the first; its id is gone.
. "$(dirname "$0")/common.sh"

new_contact() {
  call POST "$API/contacts" '{
    "channel_identities": [{ "channel": "'$1'", "identity": "46700000008" }],
    "display_name": "'$2'",
    "language": "UNSPECIFIED"
  }' | first id
}

KEPT=$(new_contact SMS Kim)
GONE=$(new_contact RCS Kim)
call POST "$API/contacts/$KEPT:merge" '{ "source_id": "'$GONE'", "strategy": "MERGE" }'
call GET "$API/contacts/$GONE" || echo "gone"

/** The fix for what changes the body before verifying. One text, so that the report counts its checks together. */
export const RAW_BODY_FIX =
  'Your framework parsed the body before you verified it, and you signed what you wrote anew. Keep the raw bytes and verify those: ' +
  'express.raw({ type: "*/*" }) or req.rawBody in Node, await request.text() in fetch handlers, request.get_data() in Flask, ' +
  'request.body in Django, io.ReadAll in Go, @RequestBody byte[] in Spring, php://input in PHP.';

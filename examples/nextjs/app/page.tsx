export default function Page() {
  return <p>Callbacks go to /callbacks, or to /edge/callbacks.</p>;
}

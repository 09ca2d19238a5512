-- The tables as they were before there were migrations: a folder that has them goes on from here.
CREATE TABLE IF NOT EXISTS "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"read_seq" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone DEFAULT '1970-01-01T00:00:00.000Z' NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "contacts" (
	"contact_id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"merged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "contacts_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "delivery_reports" (
	"seq" integer GENERATED ALWAYS AS IDENTITY,
	"wire_id" text NOT NULL,
	"status" text NOT NULL,
	"channel" text NOT NULL,
	"reported_at" text NOT NULL,
	"reason_code" text DEFAULT '' NOT NULL,
	"reason_text" text DEFAULT '' NOT NULL,
	CONSTRAINT "delivery_reports_wire_id_status_channel_reported_at_pk" PRIMARY KEY("wire_id","status","channel","reported_at")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "identities" (
	"key" text NOT NULL,
	"conversation_id" text NOT NULL,
	"channel" text NOT NULL,
	"identity" text NOT NULL,
	"wrote_at" timestamp with time zone,
	CONSTRAINT "identities_key_conversation_id_pk" PRIMARY KEY("key","conversation_id"),
	CONSTRAINT "identities_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "messages" (
	"seq" integer GENERATED ALWAYS AS IDENTITY,
	"id" text PRIMARY KEY NOT NULL,
	"wire_id" text,
	"conversation_id" text NOT NULL,
	"direction" text NOT NULL,
	"channel" text NOT NULL,
	"content" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"send_state" text,
	"send_error" text,
	CONSTRAINT "messages_wire_id_unique" UNIQUE("wire_id"),
	CONSTRAINT "messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN IF NOT EXISTS "resent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "conversations_last" ON "conversations" USING btree ("last_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "identities_conversation" ON "identities" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "messages_thread" ON "messages" USING btree ("conversation_id","at" DESC NULLS LAST,"seq" DESC NULLS LAST);

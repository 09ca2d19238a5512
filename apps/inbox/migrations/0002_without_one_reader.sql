ALTER TABLE "conversations" DROP COLUMN "read_seq";--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "resent";
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"only" boolean DEFAULT true NOT NULL,
	CONSTRAINT "workspace_only_unique" UNIQUE("only"),
	CONSTRAINT "workspace_only_one" CHECK ("workspace"."only")
);

--> statement-breakpoint
CREATE TABLE "decision" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"initiative_id" uuid NOT NULL,
	"meeting_id" uuid,
	"edition_id" uuid,
	"supersedes" uuid,
	"decider_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"draft" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decision_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "decision_id_unique" UNIQUE("id"),
	CONSTRAINT "decision_number" UNIQUE("workspace_id","number"),
	CONSTRAINT "decision_superseded_once" UNIQUE("workspace_id","supersedes")
);

--> statement-breakpoint
CREATE TABLE "assumption_change" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assumption_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"state" text NOT NULL,
	"statement" text NOT NULL,
	"because" text NOT NULL,
	"takes_back" uuid,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assumption_change_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);

--> statement-breakpoint
CREATE TABLE "assumption_evidence" (
	"workspace_id" uuid NOT NULL,
	"assumption_id" uuid NOT NULL,
	"evidence_id" text NOT NULL,
	"side" text NOT NULL,
	CONSTRAINT "assumption_evidence_workspace_id_assumption_id_evidence_id_pk" PRIMARY KEY("workspace_id","assumption_id","evidence_id")
);

--> statement-breakpoint
CREATE TABLE "assumption" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"dropped_at" timestamp (3) with time zone,
	CONSTRAINT "assumption_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "assumption_id_unique" UNIQUE("id"),
	CONSTRAINT "assumption_of_initiative" UNIQUE("workspace_id","initiative_id","id")
);

--> statement-breakpoint
CREATE TABLE "evidence_file" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"evidence_id" text NOT NULL,
	"seq" bigserial NOT NULL,
	"name" text NOT NULL,
	"byte_length" integer NOT NULL,
	"sha256" text NOT NULL,
	"picture" text,
	"bytes" "bytea",
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"dropped_at" timestamp (3) with time zone,
	"lost_at" timestamp (3) with time zone,
	CONSTRAINT "evidence_file_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "evidence_file_id_unique" UNIQUE("id")
);

--> statement-breakpoint
CREATE TABLE "study" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"question" text NOT NULL,
	"target" integer NOT NULL,
	"starts_on" text NOT NULL,
	"window_days" integer NOT NULL,
	"prospects_count" boolean NOT NULL,
	"script" text NOT NULL,
	"dropped_at" timestamp (3) with time zone,
	CONSTRAINT "study_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "study_id_unique" UNIQUE("id"),
	CONSTRAINT "study_of_initiative" UNIQUE("workspace_id","initiative_id","id")
);

--> statement-breakpoint
CREATE TABLE "study_belief" (
	"workspace_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"week" integer NOT NULL,
	"text" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "study_belief_workspace_id_study_id_week_pk" PRIMARY KEY("workspace_id","study_id","week")
);

--> statement-breakpoint
CREATE TABLE "study_interview" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"study_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"alias" text NOT NULL,
	"interviewer" uuid NOT NULL,
	"day" text NOT NULL,
	"evidence_id" text,
	"standing" text,
	"consent_given" boolean,
	"consent_on" text,
	"notes" text,
	"notes_until" text,
	"notes_erased_at" timestamp (3) with time zone,
	"dropped_at" timestamp (3) with time zone,
	CONSTRAINT "study_interview_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "study_interview_id_unique" UNIQUE("id")
);

--> statement-breakpoint
CREATE TABLE "initiative_activity" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" uuid,
	"kind" text NOT NULL,
	"says" text NOT NULL,
	"reason" text NOT NULL,
	"about_kind" text,
	"about_id" uuid,
	"heard_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "initiative_activity_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "initiative_activity_id_unique" UNIQUE("id")
);

--> statement-breakpoint
CREATE TABLE "answer_evidence" (
	"workspace_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"question" text NOT NULL,
	"evidence_id" text NOT NULL,
	"side" text NOT NULL,
	CONSTRAINT "answer_evidence_workspace_id_initiative_id_question_evidence_id_pk" PRIMARY KEY("workspace_id","initiative_id","question","evidence_id")
);

--> statement-breakpoint
CREATE TABLE "evidence" (
	"workspace_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"id" text NOT NULL,
	"seq" bigserial NOT NULL,
	"kind" text NOT NULL,
	"statement" text NOT NULL,
	"source" text NOT NULL,
	"date" text NOT NULL,
	"provenance" text NOT NULL,
	"link" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	CONSTRAINT "evidence_workspace_id_initiative_id_id_pk" PRIMARY KEY("workspace_id","initiative_id","id")
);

--> statement-breakpoint
CREATE TABLE "initiative_answer" (
	"workspace_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"question" text NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer NOT NULL,
	"touched" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"ready_rules" text[],
	"ready_reason" text,
	"ready_by" uuid,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "initiative_answer_workspace_id_initiative_id_question_pk" PRIMARY KEY("workspace_id","initiative_id","question")
);

--> statement-breakpoint
CREATE TABLE "initiative_guest" (
	"workspace_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "initiative_guest_workspace_id_initiative_id_person_id_pk" PRIMARY KEY("workspace_id","initiative_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "initiative_prompt" (
	"workspace_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"prompt" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "initiative_prompt_workspace_id_initiative_id_prompt_pk" PRIMARY KEY("workspace_id","initiative_id","prompt")
);

--> statement-breakpoint
CREATE TABLE "initiative_relation" (
	"workspace_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relation" text NOT NULL,
	CONSTRAINT "initiative_relation_workspace_id_initiative_id_person_id_pk" PRIMARY KEY("workspace_id","initiative_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "initiative" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"stage" text NOT NULL,
	"stage_since" timestamp (3) with time zone NOT NULL,
	"stage_before" text,
	"met_at" timestamp (3) with time zone,
	"returns_on" text,
	"returns_when" text,
	"returns_with" uuid,
	"came_back_at" timestamp (3) with time zone,
	"owner_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"visibility" text NOT NULL,
	"customer" text DEFAULT '' NOT NULL,
	"benefit" text DEFAULT '' NOT NULL,
	"said" text GENERATED ALWAYS AS (lower(name || ' ' || customer || ' ' || benefit)) STORED NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "initiative_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "initiative_id_unique" UNIQUE("id")
);

--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"schema_version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_in_workspace" UNIQUE("workspace_id","id")
);

--> statement-breakpoint
CREATE TABLE "document_snapshot" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	"authors" uuid[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_snapshot_in_workspace" UNIQUE("workspace_id","document_id")
);

--> statement-breakpoint
CREATE TABLE "document_update" (
	"workspace_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "document_update_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bytes" "bytea" NOT NULL,
	"author" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_update_pk" PRIMARY KEY("document_id","seq")
);

--> statement-breakpoint
CREATE TABLE "daily_letter" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "daily_letter_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "letter" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"address" text,
	"initiative_id" uuid,
	"kind" text,
	"stop_token" text,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"calendar" text,
	"calendar_method" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "letter_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "letter_stop_token_unique" UNIQUE("stop_token"),
	CONSTRAINT "letter_once" UNIQUE("workspace_id","key")
);

--> statement-breakpoint
CREATE TABLE "stopped_letter" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stopped_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stopped_letter_workspace_id_person_id_kind_pk" PRIMARY KEY("workspace_id","person_id","kind")
);

--> statement-breakpoint
CREATE TABLE "meeting_action" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"text" text NOT NULL,
	"owner_id" uuid,
	"due" text,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "meeting_action_workspace_id_meeting_id_id_pk" PRIMARY KEY("workspace_id","meeting_id","id")
);

--> statement-breakpoint
CREATE TABLE "meeting_attendee" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	CONSTRAINT "meeting_attendee_workspace_id_meeting_id_person_id_pk" PRIMARY KEY("workspace_id","meeting_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "meeting_display" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"code" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_display_workspace_id_meeting_id_pk" PRIMARY KEY("workspace_id","meeting_id"),
	CONSTRAINT "meeting_display_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "meeting_event" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"actor" uuid,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_event_workspace_id_meeting_id_seq_pk" PRIMARY KEY("workspace_id","meeting_id","seq"),
	CONSTRAINT "meeting_event_once" UNIQUE("workspace_id","meeting_id","actor","key")
);

--> statement-breakpoint
CREATE TABLE "meeting_guest" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"key" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_guest_workspace_id_meeting_id_person_id_pk" PRIMARY KEY("workspace_id","meeting_id","person_id"),
	CONSTRAINT "meeting_guest_token_unique" UNIQUE("token"),
	CONSTRAINT "meeting_guest_once" UNIQUE("workspace_id","meeting_id","invited_by","key")
);

--> statement-breakpoint
CREATE TABLE "meeting_prediction" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"percent" integer NOT NULL,
	"metric" text NOT NULL,
	"day" text NOT NULL,
	"asks_on" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"came" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "meeting_prediction_workspace_id_meeting_id_person_id_pk" PRIMARY KEY("workspace_id","meeting_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "meeting_window" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"is_over" boolean DEFAULT false NOT NULL,
	CONSTRAINT "meeting_window_workspace_id_meeting_id_person_id_pk" PRIMARY KEY("workspace_id","meeting_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "meeting" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"place" text NOT NULL,
	"call_link" text NOT NULL,
	"phase" text NOT NULL,
	"resumes_at" timestamp (3) with time zone,
	"paused" boolean DEFAULT false NOT NULL,
	"called_off" boolean DEFAULT false NOT NULL,
	"facilitator_id" uuid NOT NULL,
	"wakes_at" timestamp (3) with time zone,
	"scheduled_by" uuid NOT NULL,
	"arranged_by" uuid,
	"key" uuid NOT NULL,
	"plan_version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "meeting_id_unique" UNIQUE("id"),
	CONSTRAINT "meeting_scheduled_once" UNIQUE("workspace_id","scheduled_by","key"),
	CONSTRAINT "meeting_of_initiative" UNIQUE("workspace_id","initiative_id","id")
);

--> statement-breakpoint
CREATE TABLE "page_pace" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"readers" integer NOT NULL,
	"median_seconds" integer,
	CONSTRAINT "page_pace_workspace_id_meeting_id_page_pk" PRIMARY KEY("workspace_id","meeting_id","page")
);

--> statement-breakpoint
CREATE TABLE "person_calendar" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_calendar_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id"),
	CONSTRAINT "person_calendar_secret_hash_unique" UNIQUE("secret_hash")
);

--> statement-breakpoint
CREATE TABLE "question_note" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_note_workspace_id_meeting_id_question_id_pk" PRIMARY KEY("workspace_id","meeting_id","question_id")
);

--> statement-breakpoint
CREATE TABLE "reading_pace" (
	"workspace_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"read_ms" integer NOT NULL,
	"heard_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reading_pace_workspace_id_meeting_id_person_id_page_pk" PRIMARY KEY("workspace_id","meeting_id","person_id","page")
);

--> statement-breakpoint
CREATE TABLE "asset" (
	"workspace_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"byte_length" integer NOT NULL,
	"bytes" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "asset_workspace_id_sha256_pk" PRIMARY KEY("workspace_id","sha256")
);

--> statement-breakpoint
CREATE TABLE "company_pace" (
	"workspace_id" uuid NOT NULL,
	"seconds_per_page" integer NOT NULL,
	"readers" integer NOT NULL,
	CONSTRAINT "company_pace_workspace_id_seconds_per_page_pk" PRIMARY KEY("workspace_id","seconds_per_page")
);

--> statement-breakpoint
CREATE TABLE "dismissed_finding" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"about" text,
	"passage" jsonb,
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dismissed_finding_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "dismissed_finding_is_of_something" CHECK (("dismissed_finding"."about" is null) <> ("dismissed_finding"."passage" is null))
);

--> statement-breakpoint
CREATE TABLE "draft_restore" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"before" "bytea" NOT NULL,
	"after" text,
	"restored_by" uuid NOT NULL,
	"restored_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "draft_restore_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);

--> statement-breakpoint
CREATE TABLE "edition" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text,
	"title" text NOT NULL,
	"hash" text NOT NULL,
	"canonical" "bytea" NOT NULL,
	"pdf" "bytea" NOT NULL,
	"paper" text NOT NULL,
	"lines" "bytea" NOT NULL,
	"figures" jsonb NOT NULL,
	"origins" "bytea" NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	"authors" uuid[] NOT NULL,
	"core_pages" integer NOT NULL,
	"press_release_pages" integer NOT NULL,
	"pages" integer NOT NULL,
	"line_count" integer NOT NULL,
	"words" integer NOT NULL,
	"reading_minutes" double precision NOT NULL,
	CONSTRAINT "edition_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "edition_id_unique" UNIQUE("id"),
	CONSTRAINT "edition_number" UNIQUE("workspace_id","narrative_id","number"),
	CONSTRAINT "edition_of_initiative" UNIQUE("workspace_id","initiative_id","id")
);

--> statement-breakpoint
CREATE TABLE "narrative_asset" (
	"workspace_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "narrative_asset_workspace_id_narrative_id_sha256_pk" PRIMARY KEY("workspace_id","narrative_id","sha256")
);

--> statement-breakpoint
CREATE TABLE "narrative_kind" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"template" jsonb NOT NULL,
	"version" integer NOT NULL,
	"copy_of" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "narrative_kind_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);

--> statement-breakpoint
CREATE TABLE "narrative" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"duplicated_from" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "narrative_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "narrative_id_unique" UNIQUE("id"),
	CONSTRAINT "narrative_of_initiative" UNIQUE("workspace_id","initiative_id","id")
);

--> statement-breakpoint
CREATE TABLE "resting_passage" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"assumption_id" uuid NOT NULL,
	"passage" jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "resting_passage_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);

--> statement-breakpoint
CREATE TABLE "news_reader" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"unwanted" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "news_reader_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "outbox_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"aggregate" uuid NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"actor" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "assistant" (
	"workspace_id" uuid NOT NULL,
	"principal_id" uuid NOT NULL,
	"assistant_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assistant_workspace_id_principal_id_assistant_id_pk" PRIMARY KEY("workspace_id","principal_id","assistant_id")
);

--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);

--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email")
);

--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);

--> statement-breakpoint
CREATE TABLE "people_group_person" (
	"workspace_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"part" text NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_group_person_workspace_id_group_id_part_person_id_pk" PRIMARY KEY("workspace_id","group_id","part","person_id")
);

--> statement-breakpoint
CREATE TABLE "people_group" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"lead_id" uuid,
	"budget_minor" bigint,
	"budget_currency" text,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_group_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "people_group_id_unique" UNIQUE("id")
);

--> statement-breakpoint
CREATE TABLE "instance_secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "invitation" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token" text NOT NULL,
	"note" text NOT NULL,
	"functional_area" text,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invitation_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "person" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"functional_area" text,
	"speaking_order" integer,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "person_id_unique" UNIQUE("id"),
	CONSTRAINT "person_user_id_unique" UNIQUE("user_id")
);

--> statement-breakpoint
CREATE TABLE "feedback_guest" (
	"workspace_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"address" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "feedback_guest_workspace_id_request_id_person_id_pk" PRIMARY KEY("workspace_id","request_id","person_id"),
	CONSTRAINT "feedback_guest_of" UNIQUE("workspace_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "feedback_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL
);

--> statement-breakpoint
CREATE TABLE "feedback_reader" (
	"workspace_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp (3) with time zone,
	"minutes" integer DEFAULT 0 NOT NULL,
	"page" integer,
	"noted_at" timestamp (3) with time zone,
	CONSTRAINT "feedback_reader_workspace_id_request_id_person_id_pk" PRIMARY KEY("workspace_id","request_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "feedback_request" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"edition_id" uuid,
	"round" text NOT NULL,
	"wants" text[] NOT NULL,
	"note" text NOT NULL,
	"due" date NOT NULL,
	"by" uuid NOT NULL,
	"key" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "feedback_request_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "feedback_request_id_unique" UNIQUE("id"),
	CONSTRAINT "feedback_asked_once" UNIQUE("workspace_id","by","key")
);

--> statement-breakpoint
CREATE TABLE "iteration" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"parent_id" uuid,
	"edition_id" uuid,
	"objective" text NOT NULL,
	"assumption_id" uuid,
	"question_id" uuid,
	"tests_said" text,
	"expects" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"left" text,
	"left_saying" text,
	"left_by" uuid,
	"left_at" timestamp (3) with time zone,
	"change_id" uuid,
	CONSTRAINT "iteration_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "iteration_id_unique" UNIQUE("id"),
	CONSTRAINT "iteration_tests_one_thing" CHECK ("iteration"."assumption_id" is null or "iteration"."question_id" is null),
	CONSTRAINT "iteration_is_left_whole" CHECK (num_nulls("iteration"."left", "iteration"."left_saying", "iteration"."left_by", "iteration"."left_at") in (0, 4)
        and ("iteration"."change_id" is null or ("iteration"."left" is not null and "iteration"."left" = 'ended')))
);

--> statement-breakpoint
CREATE TABLE "comment" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"edition_id" uuid,
	"parent_id" uuid,
	"by" uuid NOT NULL,
	"text" text NOT NULL,
	"kind" jsonb NOT NULL,
	"matter" text NOT NULL,
	"anchor" jsonb,
	"put_back" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"resolved_at" timestamp (3) with time zone,
	"from_word" jsonb,
	CONSTRAINT "comment_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "comment_id_unique" UNIQUE("id")
);

--> statement-breakpoint
CREATE TABLE "mention" (
	"workspace_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "mention_workspace_id_comment_id_person_id_pk" PRIMARY KEY("workspace_id","comment_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "private_note" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"text" text NOT NULL,
	"anchor" jsonb,
	"key" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "private_note_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "private_note_id_unique" UNIQUE("id"),
	CONSTRAINT "private_note_once" UNIQUE("workspace_id","by","key")
);

--> statement-breakpoint
CREATE TABLE "question" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"meeting_id" uuid,
	"edition_id" uuid,
	"by" uuid NOT NULL,
	"entered_by" uuid,
	"key" uuid NOT NULL,
	"text" text NOT NULL,
	"matter" text NOT NULL,
	"anchor" jsonb,
	"seal" text NOT NULL,
	"state" jsonb NOT NULL,
	"named" boolean DEFAULT true NOT NULL,
	"faq_block_id" text,
	"accepted" boolean,
	"ended_later_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "question_id_unique" UNIQUE("id"),
	CONSTRAINT "question_asked_once" UNIQUE("workspace_id","by","key"),
	CONSTRAINT "question_outside_a_meeting_is_open" CHECK ("question"."meeting_id" is not null or "question"."seal" = 'on-record')
);

--> statement-breakpoint
CREATE TABLE "silent_edition" (
	"workspace_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	CONSTRAINT "silent_edition_workspace_id_edition_id_meeting_id_pk" PRIMARY KEY("workspace_id","edition_id","meeting_id")
);

--> statement-breakpoint
CREATE TABLE "findable" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid,
	"title" text NOT NULL,
	"passages" json NOT NULL,
	"edition_id" uuid,
	"edition_number" integer,
	"edition_passages" json,
	"title_words" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "findable_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);

--> statement-breakpoint
CREATE TABLE "word_return" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"narrative_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"before" "bytea" NOT NULL,
	"after" "bytea" NOT NULL,
	"pending" "bytea",
	"by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "word_return_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "word_return_id_unique" UNIQUE("id")
);

--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_supersedes_decision_workspace_id_id_fk" FOREIGN KEY ("workspace_id","supersedes") REFERENCES "public"."decision"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_decider_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","decider_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_recorded_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assumption_change" ADD CONSTRAINT "assumption_change_workspace_id_assumption_id_assumption_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assumption_id") REFERENCES "public"."assumption"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assumption_change" ADD CONSTRAINT "assumption_change_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assumption_evidence" ADD CONSTRAINT "assumption_evidence_workspace_id_assumption_id_assumption_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assumption_id") REFERENCES "public"."assumption"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assumption" ADD CONSTRAINT "assumption_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_workspace_id_added_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","added_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "study" ADD CONSTRAINT "study_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "study_belief" ADD CONSTRAINT "study_belief_workspace_id_study_id_study_workspace_id_id_fk" FOREIGN KEY ("workspace_id","study_id") REFERENCES "public"."study"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "study_belief" ADD CONSTRAINT "study_belief_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "study_interview" ADD CONSTRAINT "study_interview_workspace_id_initiative_id_study_id_study_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","study_id") REFERENCES "public"."study"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "study_interview" ADD CONSTRAINT "study_interview_workspace_id_interviewer_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","interviewer") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_activity" ADD CONSTRAINT "initiative_activity_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_activity" ADD CONSTRAINT "initiative_activity_workspace_id_actor_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answer_evidence" ADD CONSTRAINT "answer_evidence_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_workspace_id_added_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","added_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_answer" ADD CONSTRAINT "initiative_answer_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_answer" ADD CONSTRAINT "initiative_answer_workspace_id_changed_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","changed_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_answer" ADD CONSTRAINT "initiative_answer_workspace_id_ready_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","ready_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_guest" ADD CONSTRAINT "initiative_guest_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_guest" ADD CONSTRAINT "initiative_guest_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_prompt" ADD CONSTRAINT "initiative_prompt_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_prompt" ADD CONSTRAINT "initiative_prompt_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_relation" ADD CONSTRAINT "initiative_relation_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative_relation" ADD CONSTRAINT "initiative_relation_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_workspace_id_owner_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_workspace_id_group_id_people_group_workspace_id_id_fk" FOREIGN KEY ("workspace_id","group_id") REFERENCES "public"."people_group"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_of_document" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."document"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_of_document" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."document"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "daily_letter" ADD CONSTRAINT "daily_letter_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stopped_letter" ADD CONSTRAINT "stopped_letter_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_action" ADD CONSTRAINT "meeting_action_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_action" ADD CONSTRAINT "meeting_action_workspace_id_owner_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_attendee" ADD CONSTRAINT "meeting_attendee_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_attendee" ADD CONSTRAINT "meeting_attendee_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_display" ADD CONSTRAINT "meeting_display_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_display" ADD CONSTRAINT "meeting_display_workspace_id_made_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","made_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_workspace_id_actor_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_workspace_id_invited_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invited_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_prediction" ADD CONSTRAINT "meeting_prediction_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_prediction" ADD CONSTRAINT "meeting_prediction_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_window" ADD CONSTRAINT "meeting_window_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting_window" ADD CONSTRAINT "meeting_window_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_workspace_id_facilitator_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","facilitator_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_workspace_id_scheduled_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","scheduled_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_workspace_id_arranged_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","arranged_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "page_pace" ADD CONSTRAINT "page_pace_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "person_calendar" ADD CONSTRAINT "person_calendar_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_note" ADD CONSTRAINT "question_note_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_note" ADD CONSTRAINT "question_note_workspace_id_question_id_question_workspace_id_id_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."question"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_note" ADD CONSTRAINT "question_note_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reading_pace" ADD CONSTRAINT "reading_pace_workspace_id_meeting_id_meeting_workspace_id_id_fk" FOREIGN KEY ("workspace_id","meeting_id") REFERENCES "public"."meeting"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reading_pace" ADD CONSTRAINT "reading_pace_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "company_pace" ADD CONSTRAINT "company_pace_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dismissed_finding" ADD CONSTRAINT "dismissed_finding_workspace_id_narrative_id_narrative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dismissed_finding" ADD CONSTRAINT "dismissed_finding_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "draft_restore" ADD CONSTRAINT "draft_restore_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "draft_restore" ADD CONSTRAINT "draft_restore_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "draft_restore" ADD CONSTRAINT "draft_restore_workspace_id_restored_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","restored_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_workspace_id_frozen_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","frozen_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "narrative_asset" ADD CONSTRAINT "narrative_asset_workspace_id_narrative_id_narrative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "narrative_asset" ADD CONSTRAINT "narrative_asset_workspace_id_sha256_asset_workspace_id_sha256_fk" FOREIGN KEY ("workspace_id","sha256") REFERENCES "public"."asset"("workspace_id","sha256") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "narrative_asset" ADD CONSTRAINT "narrative_asset_workspace_id_added_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","added_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "narrative_kind" ADD CONSTRAINT "narrative_kind_workspace_id_updated_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","updated_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "narrative" ADD CONSTRAINT "narrative_workspace_id_id_document_workspace_id_id_fk" FOREIGN KEY ("workspace_id","id") REFERENCES "public"."document"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "narrative" ADD CONSTRAINT "narrative_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "narrative" ADD CONSTRAINT "narrative_workspace_id_created_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resting_passage" ADD CONSTRAINT "resting_passage_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resting_passage" ADD CONSTRAINT "resting_passage_workspace_id_initiative_id_assumption_id_assumption_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","assumption_id") REFERENCES "public"."assumption"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resting_passage" ADD CONSTRAINT "resting_passage_workspace_id_added_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","added_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "news_reader" ADD CONSTRAINT "news_reader_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outbox_event" ADD CONSTRAINT "outbox_event_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assistant" ADD CONSTRAINT "assistant_workspace_id_principal_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","principal_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assistant" ADD CONSTRAINT "assistant_workspace_id_assistant_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assistant_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_group_person" ADD CONSTRAINT "people_group_person_workspace_id_group_id_people_group_workspace_id_id_fk" FOREIGN KEY ("workspace_id","group_id") REFERENCES "public"."people_group"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_group_person" ADD CONSTRAINT "people_group_person_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_group" ADD CONSTRAINT "people_group_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_group" ADD CONSTRAINT "people_group_workspace_id_parent_id_people_group_workspace_id_id_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."people_group"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_group" ADD CONSTRAINT "people_group_workspace_id_lead_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","lead_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_invited_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invited_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_accepted_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","accepted_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_guest" ADD CONSTRAINT "feedback_guest_workspace_id_request_id_person_id_feedback_reader_workspace_id_request_id_person_id_fk" FOREIGN KEY ("workspace_id","request_id","person_id") REFERENCES "public"."feedback_reader"("workspace_id","request_id","person_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_link" ADD CONSTRAINT "feedback_link_workspace_id_person_id_feedback_guest_workspace_id_person_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."feedback_guest"("workspace_id","person_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_reader" ADD CONSTRAINT "feedback_reader_workspace_id_request_id_feedback_request_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."feedback_request"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_reader" ADD CONSTRAINT "feedback_reader_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_request" ADD CONSTRAINT "feedback_request_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_request" ADD CONSTRAINT "feedback_request_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_request" ADD CONSTRAINT "feedback_request_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_initiative_id_parent_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","parent_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_initiative_id_assumption_id_assumption_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","assumption_id") REFERENCES "public"."assumption"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_question_id_question_workspace_id_id_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."question"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_change_id_assumption_change_workspace_id_id_fk" FOREIGN KEY ("workspace_id","change_id") REFERENCES "public"."assumption_change"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_started_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","started_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "iteration" ADD CONSTRAINT "iteration_workspace_id_left_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","left_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_parent_id_comment_workspace_id_id_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."comment"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_resolved_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","resolved_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_workspace_id_comment_id_comment_workspace_id_id_fk" FOREIGN KEY ("workspace_id","comment_id") REFERENCES "public"."comment"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_workspace_id_thread_id_comment_workspace_id_id_fk" FOREIGN KEY ("workspace_id","thread_id") REFERENCES "public"."comment"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "private_note" ADD CONSTRAINT "private_note_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "private_note" ADD CONSTRAINT "private_note_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_workspace_id_entered_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","entered_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "silent_edition" ADD CONSTRAINT "silent_edition_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "findable" ADD CONSTRAINT "findable_workspace_id_initiative_id_initiative_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiative"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "findable" ADD CONSTRAINT "findable_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "findable" ADD CONSTRAINT "findable_workspace_id_initiative_id_edition_id_edition_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","edition_id") REFERENCES "public"."edition"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "word_return" ADD CONSTRAINT "word_return_workspace_id_initiative_id_narrative_id_narrative_workspace_id_initiative_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id","narrative_id") REFERENCES "public"."narrative"("workspace_id","initiative_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "word_return" ADD CONSTRAINT "word_return_workspace_id_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "decision_of_initiative" ON "decision" USING btree ("workspace_id","initiative_id","recorded_at");
--> statement-breakpoint
CREATE INDEX "decision_by_time" ON "decision" USING btree ("workspace_id","recorded_at");
--> statement-breakpoint
CREATE INDEX "assumption_history" ON "assumption_change" USING btree ("workspace_id","assumption_id","seq");
--> statement-breakpoint
CREATE INDEX "assumption_written_down" ON "assumption" USING btree ("workspace_id","initiative_id","seq");
--> statement-breakpoint
CREATE INDEX "evidence_file_of" ON "evidence_file" USING btree ("workspace_id","initiative_id","evidence_id","seq");
--> statement-breakpoint
CREATE INDEX "study_planned" ON "study" USING btree ("workspace_id","initiative_id","seq");
--> statement-breakpoint
CREATE INDEX "study_interview_of" ON "study_interview" USING btree ("workspace_id","study_id","seq");
--> statement-breakpoint
CREATE UNIQUE INDEX "study_interview_evidence" ON "study_interview" USING btree ("workspace_id","initiative_id","evidence_id") WHERE dropped_at is null and evidence_id is not null;
--> statement-breakpoint
CREATE INDEX "study_interview_notes" ON "study_interview" USING btree ("notes_until") WHERE notes is not null;
--> statement-breakpoint
CREATE INDEX "initiative_activity_latest" ON "initiative_activity" USING btree ("workspace_id","initiative_id","at");
--> statement-breakpoint
CREATE INDEX "initiative_activity_heard" ON "initiative_activity" USING btree ("workspace_id","heard_at");
--> statement-breakpoint
CREATE INDEX "evidence_gathered" ON "evidence" USING btree ("workspace_id","initiative_id","seq");
--> statement-breakpoint
CREATE INDEX "evidence_of_kind" ON "evidence" USING btree ("workspace_id","initiative_id","kind","seq");
--> statement-breakpoint
CREATE INDEX "initiative_relation_person" ON "initiative_relation" USING btree ("workspace_id","person_id");
--> statement-breakpoint
CREATE INDEX "initiative_latest" ON "initiative" USING btree ("workspace_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "initiative_group" ON "initiative" USING btree ("workspace_id","group_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "initiative_owner" ON "initiative" USING btree ("workspace_id","owner_id");
--> statement-breakpoint
CREATE INDEX "initiative_name_words" ON "initiative" USING gin (to_tsvector('simple', lower("name"))) WITH (fastupdate=false);
--> statement-breakpoint
CREATE INDEX "initiative_said" ON "initiative" USING gin ("said" gin_trgm_ops) WITH (gin_pending_list_limit=128);
--> statement-breakpoint
CREATE INDEX "initiative_returning" ON "initiative" USING btree ("returns_on") WHERE returns_on is not null;
--> statement-breakpoint
CREATE INDEX "letter_waiting" ON "letter" USING btree ("next_try_at") WHERE "letter"."state" = 'waiting';
--> statement-breakpoint
CREATE INDEX "letter_held" ON "letter" USING btree ("workspace_id","person_id") WHERE "letter"."state" = 'held';
--> statement-breakpoint
CREATE INDEX "meeting_action_of_owner" ON "meeting_action" USING btree ("workspace_id","owner_id");
--> statement-breakpoint
CREATE INDEX "meeting_of_person" ON "meeting_attendee" USING btree ("workspace_id","person_id");
--> statement-breakpoint
CREATE INDEX "meeting_of_guest" ON "meeting_guest" USING btree ("workspace_id","person_id");
--> statement-breakpoint
CREATE INDEX "prediction_of_person" ON "meeting_prediction" USING btree ("workspace_id","person_id");
--> statement-breakpoint
CREATE INDEX "prediction_answered" ON "meeting_prediction" USING btree ("workspace_id","answered_at") WHERE "meeting_prediction"."came" in ('yes', 'no');
--> statement-breakpoint
CREATE INDEX "meeting_wakes" ON "meeting" USING btree ("wakes_at") WHERE "meeting"."wakes_at" is not null;
--> statement-breakpoint
CREATE INDEX "meeting_by_start" ON "meeting" USING btree ("workspace_id","starts_at");
--> statement-breakpoint
CREATE INDEX "dismissed_finding_of_narrative" ON "dismissed_finding" USING btree ("workspace_id","narrative_id");
--> statement-breakpoint
CREATE INDEX "draft_restore_of_narrative" ON "draft_restore" USING btree ("workspace_id","narrative_id","restored_at");
--> statement-breakpoint
CREATE INDEX "edition_of_narrative" ON "edition" USING btree ("workspace_id","initiative_id","frozen_at");
--> statement-breakpoint
CREATE INDEX "narratives_of_asset" ON "narrative_asset" USING btree ("workspace_id","sha256");
--> statement-breakpoint
CREATE INDEX "resting_passage_of_narrative" ON "resting_passage" USING btree ("workspace_id","narrative_id");
--> statement-breakpoint
CREATE INDEX "outbox_undelivered" ON "outbox_event" USING btree ("aggregate","seq") WHERE "outbox_event"."delivered_at" is null;
--> statement-breakpoint
CREATE INDEX "assistant_of" ON "assistant" USING btree ("workspace_id","assistant_id");
--> statement-breakpoint
CREATE INDEX "auth_account_user" ON "auth_account" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "auth_session_user" ON "auth_session" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "people_group_of_person" ON "people_group_person" USING btree ("workspace_id","person_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "people_group_own" ON "people_group" USING btree ("workspace_id") WHERE parent_id is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("workspace_id",lower("email"));
--> statement-breakpoint
CREATE INDEX "feedback_guest_at" ON "feedback_guest" USING btree ("workspace_id","address");
--> statement-breakpoint
CREATE INDEX "feedback_of_reader" ON "feedback_reader" USING btree ("workspace_id","person_id");
--> statement-breakpoint
CREATE INDEX "feedback_of_initiative" ON "feedback_request" USING btree ("workspace_id","initiative_id","asked_at");
--> statement-breakpoint
CREATE INDEX "iteration_of_initiative" ON "iteration" USING btree ("workspace_id","initiative_id","started_at");
--> statement-breakpoint
CREATE INDEX "comment_of_narrative" ON "comment" USING btree ("workspace_id","narrative_id","created_at");
--> statement-breakpoint
CREATE INDEX "comment_replies" ON "comment" USING btree ("workspace_id","parent_id");
--> statement-breakpoint
CREATE INDEX "comment_by" ON "comment" USING btree ("workspace_id","by","initiative_id");
--> statement-breakpoint
CREATE INDEX "mention_of_person" ON "mention" USING btree ("workspace_id","person_id","created_at");
--> statement-breakpoint
CREATE INDEX "mention_in_thread" ON "mention" USING btree ("workspace_id","thread_id");
--> statement-breakpoint
CREATE INDEX "private_note_of_edition" ON "private_note" USING btree ("workspace_id","edition_id","by");
--> statement-breakpoint
CREATE INDEX "question_of_meeting" ON "question" USING btree ("workspace_id","meeting_id");
--> statement-breakpoint
CREATE INDEX "question_of_initiative" ON "question" USING btree ("workspace_id","initiative_id","asked_at");
--> statement-breakpoint
CREATE INDEX "findable_words" ON "findable" USING gin ("words") WITH (fastupdate=false);
--> statement-breakpoint
CREATE INDEX "findable_title_words" ON "findable" USING gin ("title_words") WITH (fastupdate=false);
--> statement-breakpoint
CREATE INDEX "word_return_of_narrative" ON "word_return" USING btree ("workspace_id","narrative_id","at");

-- A scheduling tool and the key that opens it: one key, the channels of many clients. gone_at: it was let go; its key is no more.
CREATE TABLE tool (
    id BIGINT NOT NULL PRIMARY KEY, organisation BIGINT NOT NULL, kind TEXT NOT NULL, server TEXT NOT NULL, name TEXT NOT NULL, token TEXT NOT NULL,
    created_at BIGINT NOT NULL, checked_at BIGINT, problem TEXT, gone_at BIGINT);
CREATE INDEX tool_organisation ON tool (organisation, id);
-- Its channels as it last listed them. One that is given to a brand is an account.
CREATE TABLE tool_channel (
    tool BIGINT NOT NULL, native TEXT NOT NULL, name TEXT NOT NULL, platform TEXT NOT NULL, client TEXT, disabled BIGINT NOT NULL,
    PRIMARY KEY (tool, native));
ALTER TABLE account ADD COLUMN tool BIGINT;
CREATE INDEX account_tool ON account (tool);
-- told: what a tool that is told by webhook was told last, when it answered so first, and what.
ALTER TABLE account ADD COLUMN told TEXT;
ALTER TABLE account ADD COLUMN told_at BIGINT;
ALTER TABLE account ADD COLUMN told_answer TEXT;

// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/schema.h"

namespace warroom::journal {

QStringList schema()
{
    return {
        QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
        QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion),
        QStringLiteral("CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE entry("
                       "seq INTEGER PRIMARY KEY,"
                       "id TEXT NOT NULL UNIQUE,"
                       "incident TEXT NOT NULL,"
                       "act TEXT NOT NULL,"
                       "origin TEXT NOT NULL,"
                       "origin_seq INTEGER NOT NULL,"
                       "hlc INTEGER NOT NULL,"
                       "type TEXT NOT NULL,"
                       "version INTEGER NOT NULL,"
                       "actor TEXT NOT NULL,"
                       "occurred_at INTEGER NOT NULL,"
                       "recorded_at INTEGER NOT NULL,"
                       "basis TEXT,"
                       "facts TEXT NOT NULL,"
                       "prose TEXT,"
                       "prose_hash BLOB,"
                       "hash BLOB NOT NULL,"
                       "UNIQUE(origin, origin_seq)) STRICT"),
        QStringLiteral("CREATE INDEX entry_incident ON entry(incident, seq)"),
        QStringLiteral("CREATE INDEX entry_hlc ON entry(hlc)"),
        QStringLiteral("CREATE INDEX entry_act ON entry(act)"),
        QStringLiteral("CREATE INDEX entry_declared ON entry(incident, hlc) WHERE type='incident-declared'"),
        QStringLiteral("CREATE TABLE content(sha256 TEXT PRIMARY KEY, bytes BLOB) STRICT"),
        // The last number given on a day, so that no label is ever given twice.
        QStringLiteral("CREATE TABLE label(day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE VIRTUAL TABLE entry_text USING fts5(text, content='', prefix='3')"),
        // The triggers guard against our own mistakes; the hash chain guards against others'.
        QStringLiteral("CREATE TRIGGER entry_kept BEFORE DELETE ON entry "
                       "BEGIN SELECT raise(ABORT, 'an entry is never deleted'); END"),
        QStringLiteral("CREATE TRIGGER entry_once BEFORE INSERT ON entry "
                       "WHEN EXISTS(SELECT 1 FROM entry WHERE id=NEW.id "
                       "OR (origin=NEW.origin AND origin_seq=NEW.origin_seq) OR seq=NEW.seq) "
                       "BEGIN SELECT raise(ABORT, 'an entry is written once'); END"),
        QStringLiteral("CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry "
                       "WHEN NEW.prose IS NOT NULL OR NEW.seq<>OLD.seq OR NEW.id<>OLD.id "
                       "OR NEW.incident<>OLD.incident OR NEW.act<>OLD.act OR NEW.origin<>OLD.origin "
                       "OR NEW.origin_seq<>OLD.origin_seq OR NEW.hlc<>OLD.hlc OR NEW.type<>OLD.type "
                       "OR NEW.version<>OLD.version OR NEW.actor<>OLD.actor OR NEW.occurred_at<>OLD.occurred_at "
                       "OR NEW.recorded_at<>OLD.recorded_at OR NEW.basis IS NOT OLD.basis OR NEW.facts<>OLD.facts "
                       "OR NEW.prose_hash IS NOT OLD.prose_hash OR NEW.hash<>OLD.hash "
                       "OR NOT EXISTS(SELECT 1 FROM entry AS r, json_each(r.facts, '$.entries') AS target "
                       "WHERE r.incident=OLD.incident AND r.type='entry-redacted' AND target.value=OLD.id) "
                       "BEGIN SELECT raise(ABORT, 'an entry is never changed'); END"),
        QStringLiteral("CREATE TRIGGER content_kept BEFORE DELETE ON content "
                       "BEGIN SELECT raise(ABORT, 'a content is never deleted'); END"),
        QStringLiteral("CREATE TRIGGER content_once BEFORE INSERT ON content "
                       "WHEN EXISTS(SELECT 1 FROM content WHERE sha256=NEW.sha256) "
                       "BEGIN SELECT raise(ABORT, 'a content is written once'); END"),
        QStringLiteral("CREATE TRIGGER content_unchanged BEFORE UPDATE ON content "
                       "WHEN NEW.bytes IS NOT NULL OR NEW.sha256<>OLD.sha256 "
                       "OR NOT EXISTS(SELECT 1 FROM entry AS r, json_each(r.facts, '$.contents') AS target "
                       "WHERE r.type='entry-redacted' AND target.value=OLD.sha256) "
                       "BEGIN SELECT raise(ABORT, 'a content is never changed'); END"),
    };
}

} // namespace warroom::journal

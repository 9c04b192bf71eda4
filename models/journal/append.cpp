// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/append.h"

#include "incident/clocks.h"
#include "incident/codec.h"
#include "journal/columns.h"
#include "journal/database.h"
#include "journal/textindex.h"

#include <algorithm>

namespace warroom::journal {

Append::Append(
    Database& database, OriginId origin, const incident::Submission& submission, const Clock& clock, IdSource& ids)
    : m_database(database), m_origin(origin), m_submission(submission), m_clock(clock), m_ids(ids)
{
}

Result<void> Append::place()
{
    const Instant now = m_clock.ongoing();
    const Result<qint64> latest = latestClock(m_database, now);
    if (!latest)
        return latest.error();
    m_hlc = std::max(*latest, (toMs(now) << 16) - 1);
    return m_database.each(
        QStringLiteral("SELECT origin_seq, hash FROM entry WHERE origin=? ORDER BY origin_seq DESC LIMIT 1"),
        {m_origin.text()}, [this](const QSqlQuery& row) {
            m_originSeq = row.value(0).toLongLong();
            m_previousHash = row.value(1).toByteArray();
        });
}

Result<EntryId> Append::write(incident::Draft draft)
{
    if (auto* declared = std::get_if<incident::IncidentDeclared>(&draft.body)) {
        const Result<QString> label = nextLabel(draft.occurredAt);
        if (!label)
            return label.error();
        declared->label = *label;
    }
    if (const Result<void> kept = keepContent(draft.body); !kept)
        return kept.error();
    incident::Encoded encoded = incident::encode(draft.body, draft.by, m_ids.salt());
    incident::Envelope envelope;
    envelope.id = following(m_submission.act, m_written++);
    envelope.incident = m_submission.incident;
    envelope.act = m_submission.act;
    envelope.origin = m_origin;
    envelope.originSeq = ++m_originSeq;
    envelope.hlc = ++m_hlc;
    envelope.type = encoded.type;
    envelope.version = encoded.version;
    envelope.actor = draft.actor;
    envelope.occurredAt = draft.occurredAt;
    envelope.recordedAt = m_clock.now();
    envelope.basis = draft.basis;
    envelope.facts = encoded.facts;
    envelope.prose = encoded.prose;
    envelope.proseHash = encoded.prose ? incident::sha256(*encoded.prose) : QByteArray();
    envelope.hash = incident::chainHash(envelope, m_previousHash);
    m_previousHash = envelope.hash;

    static const QString insert = QStringLiteral("INSERT INTO entry(%1) VALUES(%2)")
                                      .arg(entryColumns().remove(QStringLiteral("entry.")), entryPlaceholders());
    if (const Result<void> done = m_database.exec(insert, rowOf(envelope)); !done)
        return done.error();
    if (const Result<void> indexed = indexText(m_database, draft.body); !indexed)
        return indexed.error();
    return envelope.id;
}

Result<QString> Append::nextLabel(Instant occurredAt)
{
    const QString day = toDateTime(occurredAt).date().toString(Qt::ISODate);
    const Result<QVariant> number = m_database.value(
        QStringLiteral("INSERT INTO label VALUES(?, 1) ON CONFLICT(day) DO UPDATE SET last=last+1 RETURNING last"),
        {day});
    if (!number)
        return number.error();
    return QStringLiteral("INC-%1-%2").arg(day).arg(number->toInt(), 3, 10, QLatin1Char('0'));
}

Result<void> Append::keepContent(const incident::Body& body)
{
    const incident::Command& command = m_submission.command;
    if (const auto* adopted = std::get_if<incident::PlaybookAdopted>(&body))
        return keepContent(adopted->playbook.content, std::get<incident::Declare>(command).playbookBytes);
    const auto* attach = std::get_if<incident::AttachRunbook>(&command);
    const auto* attached = std::get_if<incident::RunbookAttached>(&body);
    if (attach && attached && !attach->content.isEmpty())
        return keepContent(attached->content, attach->content);
    return {};
}

Result<void> Append::keepContent(const QString& sha256, const QByteArray& bytes)
{
    return m_database.exec(
        QStringLiteral("INSERT INTO content SELECT ?, ? WHERE NOT EXISTS(SELECT 1 FROM content WHERE sha256=?)"),
        {sha256, bytes, sha256});
}

Result<qint64> latestClock(Database& database, Instant wall)
{
    const qint64 ahead = toMs(wall + incident::farAhead) << 16;
    const Result<QVariant> latest = database.value(QStringLiteral("SELECT max(hlc) FROM entry WHERE hlc<?"), {ahead});
    return latest ? Result<qint64>(latest->toLongLong()) : Result<qint64>(latest.error());
}

Result<bool> checkpoint(const Folder& folder)
{
    const Result<std::unique_ptr<Database>> database =
        Database::open(folder.database(), Database::Access::ReadWrite, std::chrono::milliseconds(50));
    if (!database)
        return database.error();
    const Result<QVariant> busy = (*database)->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!busy)
        return busy.error();
    return busy->toInt() == 0;
}

} // namespace warroom::journal

// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/verify.h"

#include "incident/codec.h"
#include "journal/columns.h"
#include "journal/database.h"

#include <QSet>

namespace warroom::journal {

namespace {

using incident::Envelope;

/// Follows the chain of one origin after the other.
class ChainWalk
{
public:
    ChainWalk(QSet<EntryId> redacted, const std::optional<IncidentId>& only)
        : m_redacted(std::move(redacted)), m_only(only)
    {
    }

    void visit(const Envelope& e)
    {
        if (e.origin != m_origin) {
            m_origin = e.origin;
            m_seq = 0;
            m_hash.clear();
        }
        if (e.originSeq != m_seq + 1)
            flaw(e, Flaw::Kind::Gap);
        else if (e.hash != incident::chainHash(e, m_hash))
            flaw(e, Flaw::Kind::Changed);
        if (e.prose && incident::sha256(*e.prose) != e.proseHash)
            flaw(e, Flaw::Kind::ProseChanged);
        if (!e.prose && !e.proseHash.isEmpty() && !m_redacted.contains(e.id))
            flaw(e, Flaw::Kind::ProseMissing);
        if (!m_only || e.incident == *m_only)
            ++m_result.entries;
        m_seq = e.originSeq;
        m_hash = e.hash;
    }

    Verification result() { return std::move(m_result); }

private:
    void flaw(const Envelope& e, Flaw::Kind kind)
    {
        if (!m_only || e.incident == *m_only)
            m_result.flaws.push_back({e.id, e.incident, kind});
    }

    QSet<EntryId> m_redacted;
    std::optional<IncidentId> m_only;
    OriginId m_origin;
    qint64 m_seq = 0;
    QByteArray m_hash;
    Verification m_result;
};

} // namespace

Result<Verification> verify(Database& database, const std::optional<IncidentId>& incident)
{
    // One read transaction: what is redacted between two queries would look like damage.
    if (const Result<void> begun = database.exec(QStringLiteral("BEGIN")); !begun)
        return begun.error();
    QSet<EntryId> redacted;
    Result<void> read = database.each(
        QStringLiteral("SELECT target.value FROM entry, json_each(entry.facts, '$.entries') AS target "
                       "WHERE entry.type='entry-redacted'"),
        {},
        [&](const QSqlQuery& row) { redacted.insert(EntryId::fromText(row.value(0).toString()).value_or(EntryId{})); });
    ChainWalk walk(std::move(redacted), incident);
    if (read) {
        read = database.each(QStringLiteral("SELECT %1 FROM entry ORDER BY origin, origin_seq").arg(entryColumns()), {},
            [&](const QSqlQuery& row) { walk.visit(eventFrom(row).envelope); });
    }
    const Result<void> ended = database.exec(QStringLiteral("COMMIT"));
    if (!read)
        return read.error();
    if (!ended)
        return ended.error();
    return walk.result();
}

} // namespace warroom::journal

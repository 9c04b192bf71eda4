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
    ChainWalk(QSet<QString> redacted, const std::optional<IncidentId>& only)
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
        if (!e.prose && !e.proseHash.isEmpty() && !m_redacted.contains(e.id.text()))
            flaw(e, Flaw::Kind::ProseMissing);
        if (!m_only || e.incident == *m_only)
            ++m_result.entries;
        m_seq = e.originSeq;
        m_hash = e.hash;
    }

    /// A content that an entry names; none where there is no such row.
    void visitContent(EntryId entry, IncidentId incident, const QString& sha256, const std::optional<QByteArray>& bytes)
    {
        if (m_only && incident != *m_only)
            return;
        if (!bytes && !m_redacted.contains(sha256))
            m_result.flaws.push_back({entry, incident, Flaw::Kind::ContentMissing});
        else if (bytes && incident::sha256(*bytes).toHex() != sha256.toLatin1())
            m_result.flaws.push_back({entry, incident, Flaw::Kind::ContentChanged});
    }

    Verification result() { return std::move(m_result); }

private:
    void flaw(const Envelope& e, Flaw::Kind kind)
    {
        if (!m_only || e.incident == *m_only)
            m_result.flaws.push_back({e.id, e.incident, kind});
    }

    QSet<QString> m_redacted; ///< Ids of entries and hashes of contents.
    std::optional<IncidentId> m_only;
    OriginId m_origin;
    qint64 m_seq = 0;
    QByteArray m_hash;
    Verification m_result;
};

Result<QSet<QString>> redactedIn(Database& database)
{
    QSet<QString> redacted;
    const Result<void> read = database.each(
        QStringLiteral("SELECT target.atom FROM entry, json_tree(iif(json_valid(facts), facts, '{}')) AS target "
                       "WHERE entry.type='entry-redacted' AND target.type='text'"),
        {}, [&](const QSqlQuery& row) { redacted.insert(row.value(0).toString()); });
    return read ? Result(std::move(redacted)) : Result<QSet<QString>>(read.error());
}

Result<void> visitChains(Database& database, ChainWalk& walk)
{
    return database.each(QStringLiteral("SELECT %1 FROM entry ORDER BY origin, origin_seq").arg(entryBytes()), {},
        [&](const QSqlQuery& row) { walk.visit(envelopeFrom(row)); });
}

Result<void> visitContents(Database& database, ChainWalk& walk)
{
    return database.each(
        QStringLiteral("SELECT e.id, e.incident, e.named, content.bytes FROM (SELECT id, incident, seq, "
                       "json_extract(iif(json_valid(facts), facts, '{}'), '$.content') AS named FROM entry) AS e "
                       "LEFT JOIN content ON content.sha256=e.named WHERE e.named IS NOT NULL ORDER BY e.seq"),
        {}, [&](const QSqlQuery& row) {
            const QVariant bytes = row.value(3);
            walk.visitContent(EntryId::fromText(row.value(0).toString()).value_or(EntryId{}),
                IncidentId::fromText(row.value(1).toString()).value_or(IncidentId{}), row.value(2).toString(),
                bytes.isNull() ? std::nullopt : std::optional(bytes.toByteArray()));
        });
}

Result<Verification> verifySnapshot(Database& database, const std::optional<IncidentId>& incident)
{
    Result<QSet<QString>> redacted = redactedIn(database);
    if (!redacted)
        return redacted.error();
    ChainWalk walk(std::move(*redacted), incident);
    if (const Result<void> read = visitChains(database, walk); !read)
        return read.error();
    if (const Result<void> read = visitContents(database, walk); !read)
        return read.error();
    return walk.result();
}

} // namespace

Result<Verification> verify(Database& database, const std::optional<IncidentId>& incident)
{
    // One read transaction: what is redacted between two queries would look like damage.
    if (const Result<void> begun = database.exec(QStringLiteral("BEGIN")); !begun)
        return begun.error();
    Result<Verification> verification = verifySnapshot(database, incident);
    if (const Result<void> ended = database.exec(QStringLiteral("COMMIT")); !ended && verification)
        return ended.error();
    return verification;
}

} // namespace warroom::journal

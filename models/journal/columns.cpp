// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/columns.h"

#include "incident/codec.h"

namespace warroom::journal {

namespace {

template<typename Id> Id idFrom(const QVariant& value) { return Id::fromText(value.toByteArray()).value_or(Id{}); }

QString bytes(const char* column) { return QStringLiteral("CAST(entry.%1 AS BLOB)").arg(QLatin1String(column)); }

} // namespace

QString entryColumns()
{
    return QStringLiteral("entry.id, entry.incident, entry.act, entry.origin, entry.origin_seq, entry.hlc, entry.type, "
                          "entry.version, entry.actor, entry.occurred_at, entry.recorded_at, entry.basis, entry.facts, "
                          "entry.prose, entry.prose_hash, entry.hash");
}

QString entryBytes()
{
    return QStringLiteral("%1, %2, %3, %4, entry.origin_seq, entry.hlc, %5, entry.version, %6, entry.occurred_at, "
                          "entry.recorded_at, %7, %8, %9, entry.prose_hash, entry.hash")
        .arg(bytes("id"), bytes("incident"), bytes("act"), bytes("origin"), bytes("type"), bytes("actor"),
            bytes("basis"), bytes("facts"), bytes("prose"));
}

QString bytesToFold()
{
    // Most entries are all of their act. The hash of words that are there says nothing here; of words that are not,
    // that there were some.
    return QStringLiteral("%1, CAST(nullif(entry.act, entry.id) AS BLOB), entry.hlc, %2, entry.version, %3, "
                          "entry.occurred_at, entry.recorded_at, %4, %5, %6, "
                          "iif(entry.prose IS NULL, entry.prose_hash, NULL)")
        .arg(bytes("id"), bytes("type"), bytes("actor"), bytes("basis"), bytes("facts"), bytes("prose"));
}

QString entryPlaceholders() { return QStringLiteral("?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?"); }

QVariantList rowOf(const incident::Envelope& e)
{
    const QVariant null;
    return {e.id.text(), e.incident.text(), e.act.text(), e.origin.text(), e.originSeq, e.hlc, e.type, e.version,
        e.actor.text(), toMs(e.occurredAt), toMs(e.recordedAt), e.basis ? QVariant(e.basis->text()) : null,
        QString::fromUtf8(e.facts), e.prose ? QVariant(QString::fromUtf8(*e.prose)) : null,
        e.proseHash.isEmpty() ? null : QVariant(e.proseHash), e.hash};
}

incident::Envelope envelopeFrom(const QSqlQuery& row, int first)
{
    const auto column = [&](int index) { return row.value(first + index); };
    incident::Envelope e;
    e.id = idFrom<EntryId>(column(0));
    e.incident = idFrom<IncidentId>(column(1));
    e.act = idFrom<EntryId>(column(2));
    e.origin = idFrom<OriginId>(column(3));
    e.originSeq = column(4).toLongLong();
    e.hlc = column(5).toLongLong();
    e.type = QString::fromUtf8(column(6).toByteArray());
    e.version = column(7).toInt();
    e.actor = idFrom<PersonId>(column(8));
    e.occurredAt = fromMs(column(9).toLongLong());
    e.recordedAt = fromMs(column(10).toLongLong());
    if (const QVariant basis = column(11); !basis.isNull())
        e.basis = idFrom<EntryId>(basis);
    e.facts = column(12).toByteArray();
    if (const QVariant prose = column(13); !prose.isNull())
        e.prose = prose.toByteArray();
    e.proseHash = column(14).toByteArray();
    e.hash = column(15).toByteArray();
    return e;
}

incident::Event eventFrom(const QSqlQuery& row, int first) { return incident::decode(envelopeFrom(row, first)); }

incident::Event eventToFold(const QSqlQuery& row, int first, IncidentId incident)
{
    const auto column = [&](int index) { return row.value(first + index); };
    incident::Envelope e;
    e.id = idFrom<EntryId>(column(0));
    e.incident = incident;
    const QVariant act = column(1);
    e.act = act.isNull() ? e.id : idFrom<EntryId>(act);
    e.hlc = column(2).toLongLong();
    e.type = QString::fromUtf8(column(3).toByteArray());
    e.version = column(4).toInt();
    e.actor = idFrom<PersonId>(column(5));
    e.occurredAt = fromMs(column(6).toLongLong());
    e.recordedAt = fromMs(column(7).toLongLong());
    if (const QVariant basis = column(8); !basis.isNull())
        e.basis = idFrom<EntryId>(basis);
    e.facts = column(9).toByteArray();
    if (const QVariant prose = column(10); !prose.isNull())
        e.prose = prose.toByteArray();
    e.proseHash = column(11).toByteArray();
    incident::Event event = incident::decode(std::move(e));
    event.envelope.type.clear();
    event.envelope.facts.clear();
    if (event.envelope.prose)
        event.envelope.prose->clear();
    return event;
}

} // namespace warroom::journal

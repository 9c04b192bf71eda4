// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bigstore.h"

#include "bench/plainsqlite.h"
#include "incident/codec.h"
#include "incident/people.h"
#include "journal/columns.h"
#include "session/desk.h"

namespace warroom::bench {

namespace {

constexpr int vocabulary = 5000;
constexpr int wordsInANote = 8;

/// Writes rows behind the last one of the log.
class Rows
{
public:
    explicit Rows(PlainSqlite& plain)
        : m_entry(plain.prepare(
            "INSERT INTO entry(" + entryColumnNames() + ") VALUES(" + journal::entryPlaceholders().toLatin1() + ")")),
          m_text(plain.prepare("INSERT INTO entry_text(rowid, text) VALUES(last_insert_rowid(), ?)"))
    {
        PlainStatement last = plain.prepare("SELECT origin, origin_seq, hlc, hash, actor FROM entry "
                                            "ORDER BY seq DESC LIMIT 1");
        last.step();
        m_next.origin = OriginId::fromText(QString::fromLatin1(last.text(0))).value();
        m_next.originSeq = last.number(1);
        m_next.hlc = last.number(2);
        m_next.hash = last.text(3);
        m_next.actor = PersonId::fromText(QString::fromLatin1(last.text(4))).value();
        last.reset();
    }

    void note(support::StoreFolder& room, IncidentId incident, const QString& text)
    {
        const incident::Encoded encoded =
            incident::encode(incident::Noted{incident::NoteKind::Note, text}, {}, room.ids.salt());
        incident::Envelope& e = m_next;
        e.id = {room.ids.next(room.clock.wall)};
        e.act = e.id;
        e.incident = incident;
        ++e.originSeq;
        e.hlc = std::max(e.hlc + 1, toMs(room.clock.wall) << 16);
        e.type = encoded.type;
        e.version = encoded.version;
        e.occurredAt = e.recordedAt = room.clock.wall;
        e.facts = encoded.facts;
        e.prose = encoded.prose;
        e.proseHash = incident::sha256(*encoded.prose);
        e.hash = incident::chainHash(e, QByteArray(e.hash));
        bind(e);
        m_entry.run();
        m_text.bind(1, text.toUtf8());
        m_text.run();
    }

private:
    static QByteArray entryColumnNames() { return journal::entryColumns().remove(QStringLiteral("entry.")).toLatin1(); }

    void bind(const incident::Envelope& e)
    {
        const QVariantList values = journal::rowOf(e);
        for (int i = 0; i < values.size(); ++i) {
            if (values[i].typeId() == QMetaType::QByteArray)
                m_entry.bindBlob(i + 1, values[i].toByteArray());
            else if (values[i].typeId() == QMetaType::QString)
                m_entry.bind(i + 1, values[i].toString().toUtf8());
            else if (!values[i].isNull())
                m_entry.bind(i + 1, values[i].toLongLong());
        }
    }

    PlainStatement m_entry;
    PlainStatement m_text;
    incident::Envelope m_next;
};

/// Indexes and triggers are faster made over all rows than kept up with each.
QList<QByteArray> takeOff(PlainSqlite& plain)
{
    QList<QByteArray> made;
    QList<QByteArray> drops;
    PlainStatement all = plain.prepare("SELECT sql, 'DROP ' || type || ' ' || name FROM sqlite_schema "
                                       "WHERE (type='trigger' OR type='index') AND sql IS NOT NULL");
    while (all.step()) {
        made += all.text(0);
        drops += all.text(1);
    }
    all.reset();
    for (const QByteArray& drop : drops)
        plain.exec(drop.constData());
    return made;
}

} // namespace

QString wordOf(int number)
{
    static const QStringList syllables{QStringLiteral("ba"), QStringLiteral("co"), QStringLiteral("du"),
        QStringLiteral("fer"), QStringLiteral("gi"), QStringLiteral("lo"), QStringLiteral("mu"), QStringLiteral("nas"),
        QStringLiteral("pi"), QStringLiteral("ro"), QStringLiteral("su"), QStringLiteral("ta")};
    QString word;
    for (int rest = number + 1000; rest > 0; rest /= int(syllables.size()))
        word += syllables[rest % syllables.size()];
    return word;
}

QString sentence(std::mt19937& chance)
{
    std::uniform_real_distribution<> share(0, 1);
    QStringList words;
    for (int i = 0; i < wordsInANote; ++i) {
        const double drawn = share(chance);
        words += wordOf(int(vocabulary * drawn * drawn));
    }
    return words.join(QLatin1Char(' '));
}

std::vector<IncidentId> fill(support::StoreFolder& room, int incidents, int notesEach)
{
    std::vector<IncidentId> all;
    {
        const auto [playbook, bytes] = support::standardPlaybook();
        const std::unique_ptr<journal::Store> store = room.open();
        for (int i = 0; i < incidents; ++i) {
            const incident::Declare declare{playbook.severities.front().label, QStringLiteral("Incident %1").arg(i), {},
                {}, {}, incident::adopt(playbook, bytes), bytes};
            all.push_back(support::done(store->perform(room.say({room.ids.next(room.clock.wall)}, declare))).incident);
        }
    }
    PlainSqlite plain(room.folder().database());
    plain.exec("PRAGMA journal_mode=OFF");
    plain.exec("PRAGMA synchronous=OFF");
    plain.exec("BEGIN");
    const QList<QByteArray> made = takeOff(plain);
    {
        std::mt19937 chance(1); // NOLINT: the same notes in every run
        Rows rows(plain);
        for (const IncidentId& incident : all) {
            for (int i = 0; i < notesEach; ++i) {
                room.clock.wall += std::chrono::seconds(1);
                rows.note(room, incident, sentence(chance));
            }
        }
    }
    for (const QByteArray& sql : made)
        plain.exec(sql.constData());
    plain.exec("COMMIT");
    plain.exec("PRAGMA journal_mode=WAL");
    return all;
}

} // namespace warroom::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/codec.h"

#include "incident/factsjson.h"
#include "incident/prose.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <array>
#include <cmath>

namespace warroom::incident {

namespace {

constexpr int currentVersion = 1;

QString key(const char* name) { return QLatin1String(name); }

template<typename Id> void put(QJsonObject& facts, const char* name, const std::optional<Id>& id)
{
    if (id)
        facts.insert(key(name), id->text());
}

void put(QJsonObject& facts, const char* name, const QString& text)
{
    if (!text.isEmpty())
        facts.insert(key(name), text);
}

QJsonObject factsOf(const Body& body)
{
    QJsonObject facts;
    std::visit(Overloaded{
                   [&](const IncidentDeclared& b) {
                       facts = {{key("label"), b.label}, {key("severity"), b.severity}, {key("status"), b.status}};
                   },
                   [&](const IncidentRetitled&) {},
                   [&](const PlaybookAdopted& b) { facts = toJson(b.playbook); },
                   [&](const PersonIntroduced& b) {
                       facts.insert(key("person"), b.person.text());
                       put(facts, "roster", b.rosterKey);
                   },
                   [&](const SeverityChanged& b) { facts.insert(key("severity"), b.severity); },
                   [&](const StatusChanged& b) {
                       facts.insert(key("status"), b.status);
                       if (b.falseAlarm)
                           facts.insert(key("false_alarm"), true);
                   },
                   [&](const MilestoneSet& b) { facts.insert(key("milestone"), playbook::word(b.milestone)); },
                   [&](const ImpactDescribed&) {},
                   [&](const RoleAssigned& b) {
                       facts = {{key("role"), b.role}, {key("person"), b.person.text()}};
                   },
                   [&](const RoleReleased& b) {
                       facts = {{key("role"), b.role}, {key("person"), b.person.text()}};
                   },
                   [&](const UpdateSent& b) {
                       put(facts, "audience", b.audience);
                       if (b.nextDue)
                           facts.insert(key("next_due"), toMs(*b.nextDue));
                   },
                   [&](const CadenceSet& b) {
                       put(facts, "audience", b.audience);
                       facts.insert(key("every_min"), qint64(b.every.count()));
                   },
                   [&](const Noted& b) { facts.insert(key("kind"), word(b.kind)); },
                   [&](const ActionAssigned& b) {
                       put(facts, "owner", b.owner);
                       if (b.timer)
                           facts.insert(key("timer_min"), qint64(b.timer->count()));
                   },
                   [&](const ActionMarked& b) {
                       facts = {{key("action"), b.action.text()}, {key("mark"), word(b.mark)}};
                   },
                   [&](const OwnerChanged& b) {
                       facts.insert(key("action"), b.action.text());
                       put(facts, "owner", b.owner);
                   },
                   [&](const FollowUpProposed& b) {
                       put(facts, "owner", b.owner);
                       put(facts, "due", b.due.toString(Qt::ISODate));
                   },
                   [&](const RunbookAttached& b) {
                       put(facts, "content", b.content);
                       facts.insert(key("steps"), b.steps);
                       if (!b.leads.isEmpty())
                           facts.insert(key("leads"), toJson(b.leads));
                   },
                   [&](const StepMarked& b) {
                       facts = {{key("runbook"), b.runbook.text()}, {key("step"), b.step}, {key("mark"), word(b.mark)}};
                       if (b.answer)
                           facts.insert(key("answer"), *b.answer);
                   },
                   [&](const StepNoted& b) {
                       facts = {{key("runbook"), b.runbook.text()}, {key("step"), b.step}, {key("output"), b.output}};
                   },
                   [&](const VariableSet& b) { facts.insert(key("name"), b.name); },
                   [&](const AlertChanged& b) {
                       facts = {{key("fingerprint"), b.fingerprint}, {key("starts_at"), toMs(b.startsAt)},
                           {key("state"), word(b.state)}};
                   },
                   [&](const SectionWritten& b) { facts.insert(key("section"), b.section); },
                   [&](const EntryFlagged& b) {
                       facts = {{key("entry"), b.entry.text()}, {key("flag"), word(b.flag)}, {key("on"), b.on}};
                   },
                   [&](const EntryAmended& b) {
                       facts.insert(key("entry"), b.entry.text());
                       facts.insert(key("has_text"), b.text.has_value());
                       if (b.occurredAt)
                           facts.insert(key("occurred_at"), toMs(*b.occurredAt));
                   },
                   [&](const EntryRetracted& b) { facts.insert(key("act"), b.act.text()); },
                   [&](const EntryRedacted& b) {
                       QJsonArray entries;
                       for (const EntryId& id : b.entries)
                           entries += id.text();
                       facts = {{key("entries"), entries}, {key("contents"), QJsonArray::fromStringList(b.contents)}};
                   },
                   [&](const Unknown&) {},
               },
        body);
    return facts;
}

std::vector<EntryId> readEntries(FactsReader& facts)
{
    std::vector<EntryId> entries;
    for (const QString& text : facts.texts("entries")) {
        if (const auto id = EntryId::fromText(text))
            entries.push_back(*id);
        else
            facts.fail();
    }
    return entries;
}

/// The prose of one entry as read from disk.
struct Words {
    Members members;

    QString operator[](const char* name) const { return members.text(name).value_or(QString()); }
    QString text() const { return (*this)["text"]; }
};

struct Type {
    const char* word;
    Body (*read)(FactsReader& facts, const Words& words);
};

// In the order of Body's alternatives; words on disk are for ever.
const std::array types{
    Type{"incident-declared",
        [](FactsReader& facts, const Words& words) -> Body {
            return IncidentDeclared{facts.text("label"), facts.text("severity"), facts.text("status"), words.text()};
        }},
    Type{"incident-retitled", [](FactsReader&, const Words& words) -> Body { return IncidentRetitled{words.text()}; }},
    Type{"playbook-adopted",
        [](FactsReader& facts, const Words&) -> Body { return PlaybookAdopted{playbookFromJson(facts)}; }},
    Type{"person-introduced",
        [](FactsReader& facts, const Words& words) -> Body {
            return PersonIntroduced{
                facts.id<PersonId>("person"), facts.textOr("roster", {}), words.text(), words["handle"]};
        }},
    Type{"severity-changed",
        [](FactsReader& facts, const Words& words) -> Body {
            return SeverityChanged{facts.text("severity"), words.text()};
        }},
    Type{"status-changed",
        [](FactsReader& facts, const Words& words) -> Body {
            return StatusChanged{facts.text("status"), facts.flag("false_alarm"), words.text()};
        }},
    Type{"milestone-set",
        [](FactsReader& facts, const Words& words) -> Body {
            return MilestoneSet{facts.word("milestone", playbook::milestoneFromWord), words.text()};
        }},
    Type{"impact-described", [](FactsReader&, const Words& words) -> Body { return ImpactDescribed{words.text()}; }},
    Type{"role-assigned",
        [](FactsReader& facts, const Words&) -> Body {
            return RoleAssigned{facts.text("role"), facts.id<PersonId>("person")};
        }},
    Type{"role-released",
        [](FactsReader& facts, const Words&) -> Body {
            return RoleReleased{facts.text("role"), facts.id<PersonId>("person")};
        }},
    Type{"update-sent",
        [](FactsReader& facts, const Words& words) -> Body {
            return UpdateSent{facts.textOr("audience", {}), facts.instantIfAny("next_due"), words.text(),
                words["cause"], words["next_steps"]};
        }},
    Type{"cadence-set",
        [](FactsReader& facts, const Words&) -> Body {
            return CadenceSet{facts.textOr("audience", {}), facts.minutes("every_min")};
        }},
    Type{"noted",
        [](FactsReader& facts, const Words& words) -> Body {
            return Noted{facts.word("kind", noteKindFromWord), words.text()};
        }},
    Type{"action-assigned",
        [](FactsReader& facts, const Words& words) -> Body {
            return ActionAssigned{facts.idIfAny<PersonId>("owner"), facts.minutesIfAny("timer_min"), words.text()};
        }},
    Type{"action-marked",
        [](FactsReader& facts, const Words&) -> Body {
            return ActionMarked{facts.id<EntryId>("action"), facts.word("mark", markFromWord)};
        }},
    Type{"owner-changed",
        [](FactsReader& facts, const Words&) -> Body {
            return OwnerChanged{facts.id<EntryId>("action"), facts.idIfAny<PersonId>("owner")};
        }},
    Type{"follow-up-proposed",
        [](FactsReader& facts, const Words& words) -> Body {
            return FollowUpProposed{
                facts.idIfAny<PersonId>("owner"), facts.date("due"), words["priority"], words.text()};
        }},
    Type{"runbook-attached",
        [](FactsReader& facts, const Words& words) -> Body {
            return RunbookAttached{facts.textOr("content", {}), facts.count("steps", maxSteps), facts.leads("leads"),
                words.text(), words["source"], words["steps"]};
        }},
    Type{"step-marked",
        [](FactsReader& facts, const Words& words) -> Body {
            return StepMarked{facts.id<EntryId>("runbook"), facts.count("step", maxSteps),
                facts.word("mark", stepMarkFromWord), facts.countIfAny("answer", maxSteps), words.text()};
        }},
    Type{"step-noted",
        [](FactsReader& facts, const Words& words) -> Body {
            return StepNoted{
                facts.id<EntryId>("runbook"), facts.count("step", maxSteps), facts.flag("output"), words.text()};
        }},
    Type{"variable-set",
        [](FactsReader& facts, const Words& words) -> Body {
            return VariableSet{facts.text("name"), words.text()};
        }},
    Type{"alert-changed",
        [](FactsReader& facts, const Words& words) -> Body {
            return AlertChanged{facts.text("fingerprint"), facts.instant("starts_at"),
                facts.word("state", alertStateFromWord), words.text(), words["labels"], words["summary"],
                words["runbook_url"], words["graph_url"]};
        }},
    Type{"section-written",
        [](FactsReader& facts, const Words& words) -> Body {
            return SectionWritten{facts.text("section"), words.text()};
        }},
    Type{"entry-flagged",
        [](FactsReader& facts, const Words&) -> Body {
            return EntryFlagged{facts.id<EntryId>("entry"), facts.word("flag", flagFromWord), facts.flag("on")};
        }},
    Type{"entry-amended",
        [](FactsReader& facts, const Words& words) -> Body {
            return EntryAmended{facts.id<EntryId>("entry"), facts.instantIfAny("occurred_at"),
                facts.flag("has_text") ? std::optional(words.text()) : std::nullopt};
        }},
    Type{"entry-retracted",
        [](FactsReader& facts, const Words& words) -> Body {
            return EntryRetracted{facts.id<EntryId>("act"), words.text()};
        }},
    Type{"entry-redacted",
        [](FactsReader& facts, const Words&) -> Body {
            return EntryRedacted{readEntries(facts), facts.texts("contents")};
        }},
};
static_assert(std::tuple_size_v<decltype(types)> + 1 == std::variant_size_v<Body>);

void addColumn(QByteArray& all, const QByteArray& bytes)
{
    std::array<char, 8> length;
    qToBigEndian<quint64>(quint64(bytes.size()), length.data());
    all.append(length.data(), length.size());
    all.append(bytes);
}

} // namespace

QString typeWord(const Body& body)
{
    const auto* unknown = std::get_if<Unknown>(&body);
    return unknown ? unknown->type : key(types[body.index()].word);
}

Encoded encode(const Body& body, const std::optional<PersonId>& by, const QByteArray& salt)
{
    QJsonObject facts = factsOf(body);
    put(facts, "by", by);
    Encoded encoded{typeWord(body), currentVersion, QJsonDocument(facts).toJson(QJsonDocument::Compact), {}};

    QJsonObject words;
    if (const QString* text = prose(body))
        put(words, "text", *text);
    for (const auto& [name, text] : furtherProse(body))
        put(words, name, *text);
    if (!words.isEmpty()) {
        words.insert(key("salt"), QString::fromLatin1(salt.toHex()));
        encoded.prose = QJsonDocument(words).toJson(QJsonDocument::Compact);
    }
    return encoded;
}

Event decode(Envelope envelope)
{
    const auto found = std::find_if(
        types.begin(), types.end(), [&](const Type& type) { return envelope.type == QLatin1String(type.word); });
    std::optional<Members> facts = Members::read(envelope.facts);
    std::optional<Members> prose = envelope.prose ? Members::read(*envelope.prose) : Members(QJsonObject());
    const bool datable = std::abs(double(toMs(envelope.occurredAt))) <= double(maxWhole);

    Event event{std::move(envelope), {}};
    if (found != types.end() && event.envelope.version == currentVersion && datable && facts && prose) {
        FactsReader reader(std::move(*facts));
        event.body = found->read(reader, {std::move(*prose)});
        const auto by = reader.idIfAny<PersonId>("by");
        if (reader.sound()) {
            event.envelope.by = by;
            return event;
        }
    }
    event.body = Unknown{event.envelope.type};
    return event;
}

QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

QByteArray chainHash(const Envelope& e, const QByteArray& previous)
{
    static const QByteArray null(8, char(0xff));
    QByteArray all;
    addColumn(all, e.id.text().toLatin1());
    addColumn(all, e.incident.text().toLatin1());
    addColumn(all, e.act.text().toLatin1());
    addColumn(all, e.origin.text().toLatin1());
    addColumn(all, QByteArray::number(e.originSeq));
    addColumn(all, QByteArray::number(e.hlc));
    addColumn(all, e.type.toUtf8());
    addColumn(all, QByteArray::number(e.version));
    addColumn(all, e.actor.text().toLatin1());
    addColumn(all, QByteArray::number(toMs(e.occurredAt)));
    addColumn(all, QByteArray::number(toMs(e.recordedAt)));
    if (e.basis)
        addColumn(all, e.basis->text().toLatin1());
    else
        all += null;
    addColumn(all, e.facts);
    if (e.proseHash.isEmpty())
        all += null;
    else
        addColumn(all, e.proseHash);
    addColumn(all, previous);
    return sha256(all);
}

QString proseText(const Body& body)
{
    QStringList all;
    if (const QString* text = prose(body))
        all << *text;
    for (const auto& [name, text] : furtherProse(body))
        all << *text;
    all.removeAll(QString());
    return all.join(QLatin1Char(' '));
}

} // namespace warroom::incident

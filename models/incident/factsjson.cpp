// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/factsjson.h"

#include <QJsonArray>

#include <array>
#include <cmath>

namespace warroom::incident {

namespace {

template<typename Enum, std::size_t N> struct Words {
    std::array<std::pair<Enum, const char*>, N> all;

    QString of(Enum value) const
    {
        for (const auto& [candidate, word] : all) {
            if (candidate == value)
                return QLatin1String(word);
        }
        Q_UNREACHABLE();
    }
    std::optional<Enum> read(const QString& text) const
    {
        for (const auto& [candidate, word] : all) {
            if (text == QLatin1String(word))
                return candidate;
        }
        return std::nullopt;
    }
};

constexpr Words<NoteKind, 5> noteKinds{{{{NoteKind::Note, "note"}, {NoteKind::Decision, "decision"},
    {NoteKind::Hypothesis, "hypothesis"}, {NoteKind::Question, "question"}, {NoteKind::Link, "link"}}}};
constexpr Words<Flag, 2> flags{{{{Flag::Pinned, "pinned"}, {Flag::Sensitive, "sensitive"}}}};
constexpr Words<Mark, 3> marks{{{{Mark::Started, "started"}, {Mark::Done, "done"}, {Mark::Dropped, "dropped"}}}};

constexpr Words<AlertState, 3> alertStates{
    {{{AlertState::Firing, "firing"}, {AlertState::Suppressed, "suppressed"}, {AlertState::Resolved, "resolved"}}}};

constexpr Words<StepMark, 4> stepMarks{{{{StepMark::Open, "open"}, {StepMark::Started, "started"},
    {StepMark::Done, "done"}, {StepMark::Skipped, "skipped"}}}};

} // namespace

QString word(NoteKind kind) { return noteKinds.of(kind); }
std::optional<NoteKind> noteKindFromWord(const QString& word) { return noteKinds.read(word); }
QString word(Flag flag) { return flags.of(flag); }
std::optional<Flag> flagFromWord(const QString& word) { return flags.read(word); }
QString word(Mark mark) { return marks.of(mark); }
std::optional<Mark> markFromWord(const QString& word) { return marks.read(word); }
QString word(StepMark mark) { return stepMarks.of(mark); }
std::optional<StepMark> stepMarkFromWord(const QString& word) { return stepMarks.read(word); }
QString word(AlertState state) { return alertStates.of(state); }
std::optional<AlertState> alertStateFromWord(const QString& word) { return alertStates.read(word); }

QString FactsReader::text(const char* key)
{
    const std::optional<QString> read = m_members.text(key);
    m_sound = m_sound && read;
    return read.value_or(QString());
}

QString FactsReader::textOr(const char* key, const QString& absent)
{
    const std::optional<QString> read = m_members.text(key);
    m_sound = m_sound && (read || value(key).isUndefined());
    return read.value_or(absent);
}

bool FactsReader::flag(const char* key)
{
    m_sound = m_sound && (value(key).isUndefined() || value(key).isBool());
    return value(key).toBool();
}

std::optional<qint64> FactsReader::number(const char* key)
{
    const QJsonValue read = value(key);
    if (read.isUndefined())
        return std::nullopt;
    const double number = read.toDouble();
    m_sound = m_sound && read.isDouble() && std::abs(number) <= double(maxWhole) && std::trunc(number) == number;
    return m_sound ? std::optional(read.toInteger()) : std::nullopt;
}

std::optional<std::chrono::minutes> FactsReader::minutesIfAny(const char* key)
{
    const auto read = number(key);
    m_sound = m_sound && (!read || (*read >= 0 && *read <= maxMinutes.count()));
    return read && m_sound ? std::optional(std::chrono::minutes(*read)) : std::nullopt;
}

std::chrono::minutes FactsReader::minutes(const char* key)
{
    return minutesIfAny(key).value_or(std::chrono::minutes(0));
}

Instant FactsReader::instant(const char* key)
{
    const std::optional<Instant> read = instantIfAny(key);
    m_sound = m_sound && read.has_value();
    return read.value_or(Instant{});
}

std::optional<Instant> FactsReader::instantIfAny(const char* key)
{
    const auto read = number(key);
    return read ? std::optional(fromMs(*read)) : std::nullopt;
}

std::optional<int> FactsReader::countIfAny(const char* key, int most)
{
    const std::optional<qint64> read = number(key);
    m_sound = m_sound && (!read || (*read >= 0 && *read <= most));
    return read && m_sound ? std::optional(int(*read)) : std::nullopt;
}

int FactsReader::count(const char* key, int most)
{
    const std::optional<int> read = countIfAny(key, most);
    m_sound = m_sound && read.has_value();
    return read.value_or(0);
}

QDate FactsReader::date(const char* key)
{
    const QString word = textOr(key, {});
    const QDate read = QDate::fromString(word, Qt::ISODate);
    m_sound = m_sound && (word.isEmpty() || read.isValid());
    return read;
}

QStringList FactsReader::texts(const char* key)
{
    QStringList all;
    m_sound = m_sound && (value(key).isUndefined() || value(key).isArray());
    const QJsonArray items = value(key).toArray();
    for (const auto& item : items) {
        m_sound = m_sound && item.isString();
        all += item.toString();
    }
    return all;
}

std::vector<QJsonObject> FactsReader::objects(const char* key)
{
    std::vector<QJsonObject> all;
    m_sound = m_sound && (value(key).isUndefined() || value(key).isArray());
    const QJsonArray items = value(key).toArray();
    for (const auto& item : items) {
        m_sound = m_sound && item.isObject();
        all.push_back(item.toObject());
    }
    return all;
}

Leads FactsReader::leads(const char* key)
{
    const std::optional<Leads> read = value(key).isUndefined() ? Leads() : leadsFromJson(value(key));
    m_sound = m_sound && read;
    return read.value_or(Leads());
}

QJsonArray toJson(const Leads& leads)
{
    QJsonArray all;
    for (auto lead = leads.begin(); lead != leads.end(); ++lead) {
        QJsonArray numbers{lead.key()};
        for (const int step : lead.value())
            numbers += step;
        all += numbers;
    }
    return all;
}

std::optional<Leads> leadsFromJson(const QJsonValue& json)
{
    if (!json.isArray())
        return std::nullopt;
    Leads leads;
    const QJsonArray all = json.toArray();
    for (const auto& each : all) {
        const QJsonArray array = each.toArray();
        QList<int> numbers;
        for (const auto& number : array) {
            const int step = number.toInt(-1);
            if (step < 0 || step > maxSteps)
                return std::nullopt;
            numbers += step;
        }
        if (numbers.size() < 2)
            return std::nullopt;
        leads.insert(numbers.first(), numbers.mid(1));
    }
    return leads;
}

QJsonObject toJson(const AdoptedPlaybook& playbook)
{
    QJsonArray severities;
    for (const auto& s : playbook.severities) {
        severities += QJsonObject{{QStringLiteral("label"), s.label},
            {QStringLiteral("respond_min"), qint64(s.respondWithin.count())},
            {QStringLiteral("resolve_min"), qint64(s.resolveWithin.count())},
            {QStringLiteral("update_min"), qint64(s.updateEvery.count())}};
    }
    QJsonArray statuses;
    for (const auto& s : playbook.statuses) {
        QJsonObject status{{QStringLiteral("word"), s.word}};
        if (s.milestone)
            status.insert(QStringLiteral("milestone"), playbook::word(*s.milestone));
        statuses += status;
    }
    QJsonArray roles;
    for (const auto& r : playbook.roles) {
        roles += QJsonObject{{QStringLiteral("id"), r.id}, {QStringLiteral("commander"), r.commander},
            {QStringLiteral("several"), r.several}};
    }
    QJsonObject all{{QStringLiteral("name"), playbook.name}, {QStringLiteral("zone"), playbook.zone},
        {QStringLiteral("content"), playbook.content}, {QStringLiteral("severities"), severities},
        {QStringLiteral("statuses"), statuses}, {QStringLiteral("roles"), roles},
        {QStringLiteral("sections"), QJsonArray::fromStringList(playbook.sections)}};
    QJsonArray checklists;
    for (const auto& c : playbook.checklists) {
        checklists += QJsonObject{{QStringLiteral("title"), c.title}, {QStringLiteral("at"), playbook::word(c.at)},
            {QStringLiteral("steps"), QJsonArray::fromStringList(c.steps)}};
    }
    if (!checklists.isEmpty())
        all.insert(QStringLiteral("checklists"), checklists);
    return all;
}

AdoptedPlaybook playbookFromJson(FactsReader& facts)
{
    AdoptedPlaybook playbook{facts.text("name"), facts.text("zone"), facts.text("content"), {}, {}, {}, {}, {}};
    for (const QJsonObject& object : facts.objects("severities")) {
        FactsReader s(object);
        playbook.severities.push_back(
            {s.text("label"), s.minutes("respond_min"), s.minutes("resolve_min"), s.minutes("update_min")});
        if (!s.sound())
            facts.fail();
    }
    for (const QJsonObject& object : facts.objects("statuses")) {
        FactsReader s(object);
        playbook.statuses.push_back({s.text("word"), playbook::milestoneFromWord(s.textOr("milestone", {}))});
        if (!s.sound())
            facts.fail();
    }
    for (const QJsonObject& object : facts.objects("roles")) {
        FactsReader r(object);
        playbook.roles.push_back({r.text("id"), r.flag("commander"), r.flag("several")});
        if (!r.sound())
            facts.fail();
    }
    playbook.sections = facts.texts("sections");
    for (const QJsonObject& object : facts.objects("checklists")) {
        FactsReader c(object);
        playbook.checklists.push_back({c.text("title"), c.word("at", playbook::milestoneFromWord), c.texts("steps")});
        if (!c.sound())
            facts.fail();
    }
    return playbook;
}

} // namespace warroom::incident

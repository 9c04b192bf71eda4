// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/loader.h"

#include "playbook/reader.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace warroom::playbook {

namespace {

using Key = Reader::Key;
using Need = Reader::Need;

QString id(const Reader& reader, Key key)
{
    static const QRegularExpression form(u"\\A[a-z0-9-]+\\z"_s);
    return reader.text(key, Need::Required, form, u"small letters, digits and hyphens"_s);
}

QString label(const Reader& reader, Key key)
{
    static const QRegularExpression form(u"\\A\\S+\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
    return reader.text(key, Need::Required, form, u"a word without spaces"_s);
}

QString handle(const Reader& reader, Key key)
{
    static const QRegularExpression form(u"\\A\\w([\\w.-]*\\w)?\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
    return reader.text(key, Need::Required, form, u"letters, digits, dots, hyphens and underscores"_s);
}

QString colour(const Reader& reader, Key key)
{
    static const QRegularExpression form(u"\\A#[0-9a-fA-F]{6}\\z"_s);
    return reader.text(key, Need::Required, form, u"a colour such as #ff6166 in quotes"_s);
}

QTimeZone zone(const Reader& reader, Key key)
{
    // Qt takes rules and offsets such as "ABC-3" and "UTC+02:00" for zones too.
    static const QRegularExpression form(u"\\A[A-Za-z_]+(/[A-Za-z0-9_+-]+)*\\z"_s);
    const QString name = reader.text(key);
    if (name.isEmpty() || name == u"UTC"_s)
        return QTimeZone::utc();
    const QTimeZone zone = form.match(name).hasMatch() ? QTimeZone(name.toLatin1()) : QTimeZone();
    if (zone.isValid())
        return zone;
    reader.complain(key, u"\"%1\" wants a time zone such as UTC or Europe/Berlin, not %2"_s.arg(key, quoted(name)));
    return QTimeZone::utc();
}

/// What is typed to name one of these must not name another one too.
void refuseSharedWords(const std::vector<Reader>& readers, std::initializer_list<Key> keys)
{
    struct Owner {
        const Reader* reader;
        int line;
    };
    QHash<QString, Owner> owners;
    const auto claim = [&](const Reader& reader, const Node& node) {
        const QString word = node.text.trimmed();
        const auto owner = owners.constFind(word.toCaseFolded());
        if (owner == owners.constEnd())
            owners.insert(word.toCaseFolded(), {&reader, node.place.line});
        else if (owner->reader != &reader)
            reader.complain(
                node.place, u"%1 is given twice, first in line %2"_s.arg(quoted(word), QString::number(owner->line)));
    };
    for (const Reader& reader : readers)
        for (const Key key : keys)
            for (const Node* node : reader.words(key))
                claim(reader, *node);
}

void wantExactlyOne(const Reader& playbook, Key list, Key key, Key value)
{
    const QString complaint = u"\"%1\" wants exactly one with \"%2: %3\""_s.arg(list, key, value);
    int found = 0;
    for (const Reader& reader : playbook.list(list)) {
        const Node* node = reader.value(key);
        if (node && node->text == value && ++found > 1)
            reader.complain(key, complaint);
    }
    if (found == 0)
        playbook.complain(list, complaint);
}

/// An incident begins as the first status: as an end, nothing would ever resolve it.
void wantBeginning(const std::vector<Reader>& statuses)
{
    const Node* milestone = statuses.empty() ? nullptr : statuses.front().value("milestone"_L1);
    if (milestone && (milestone->text == "resolved"_L1 || milestone->text == "closed"_L1))
        statuses.front().complain("milestone"_L1, u"an incident begins as the first status, which cannot be its end"_s);
}

template<typename T> std::vector<T> records(const std::vector<Reader>& readers, T (*read)(const Reader&))
{
    std::vector<T> all;
    std::ranges::transform(readers, std::back_inserter(all), read);
    return all;
}

Severity severity(const Reader& reader)
{
    reader.allow({"label"_L1, "name"_L1, "meaning"_L1, "criteria"_L1, "examples"_L1, "colour"_L1, "respond"_L1,
        "resolve"_L1, "updates"_L1});
    return {
        .label = label(reader, "label"_L1),
        .name = reader.text("name"_L1, Need::Required),
        .meaning = reader.text("meaning"_L1),
        .criteria = reader.texts("criteria"_L1),
        .examples = reader.texts("examples"_L1),
        .colour = colour(reader, "colour"_L1),
        .respondWithin = reader.duration("respond"_L1),
        .resolveWithin = reader.duration("resolve"_L1),
        .updateEvery = reader.duration("updates"_L1),
    };
}

std::optional<Milestone> milestone(const Reader& reader, Key key)
{
    QStringList words;
    std::ranges::transform(allMilestones, std::back_inserter(words), word);
    const auto index = reader.choice(key, words);
    return index ? std::optional(allMilestones[*index]) : std::nullopt;
}

Status status(const Reader& reader)
{
    reader.allow({"word"_L1, "milestone"_L1});
    return {
        .word = reader.text("word"_L1, Need::Required),
        .milestone = milestone(reader, "milestone"_L1),
    };
}

RosterPerson person(const Reader& reader)
{
    reader.allow({"handle"_L1, "name"_L1, "title"_L1, "email"_L1, "phone"_L1});
    return {
        .handle = handle(reader, "handle"_L1),
        .name = reader.text("name"_L1, Need::Required),
        .title = reader.text("title"_L1),
        .email = reader.text("email"_L1),
        .phone = reader.text("phone"_L1),
    };
}

Role role(const Reader& reader)
{
    reader.allow({"id"_L1, "name"_L1, "aliases"_L1, "duties"_L1, "authority"_L1, "primary"_L1, "backup"_L1,
        "commander"_L1, "several"_L1});
    Role role{
        .id = id(reader, "id"_L1),
        .name = reader.text("name"_L1, Need::Required),
        .aliases = reader.texts("aliases"_L1),
        .duties = reader.texts("duties"_L1),
        .authority = reader.texts("authority"_L1),
        .primary = reader.text("primary"_L1),
        .backup = reader.text("backup"_L1),
        .commander = reader.flag("commander"_L1),
        .several = reader.flag("several"_L1),
    };
    if (role.commander && role.several)
        reader.complain("several"_L1, u"the role that leads is held by one person"_s);
    return role;
}

Section section(const Reader& reader)
{
    reader.allow({"id"_L1, "heading"_L1, "line"_L1});
    return {
        .id = id(reader, "id"_L1),
        .heading = reader.text("heading"_L1, Need::Required),
        .line = reader.flag("line"_L1),
    };
}

TimelineChoice timeline(const Reader& reader, Key key)
{
    constexpr std::array choices{TimelineChoice::Key, TimelineChoice::Pinned, TimelineChoice::All};
    return choices[reader.choice(key, {u"key"_s, u"pinned"_s, u"all"_s}).value_or(0)];
}

std::chrono::hours wholeHours(const Reader& reader, Key key)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(reader.duration(key));
    if (hours != reader.duration(key))
        reader.complain(key, u"\"%1\" wants whole hours"_s.arg(key));
    return hours;
}

PostMortem postMortem(const Reader& reader)
{
    reader.allow({"timeline"_L1, "due"_L1, "sections"_L1, "template"_L1});
    const std::vector<Reader> sections = reader.list("sections"_L1);
    PostMortem postMortem{
        .sections = records(sections, section),
        .timeline = timeline(reader, "timeline"_L1),
        .dueWithin = wholeHours(reader, "due"_L1),
        .templateText = reader.paragraphs("template"_L1),
    };
    refuseSharedWords(sections, {"id"_L1, "heading"_L1});
    return postMortem;
}

Audience audience(const Reader& reader)
{
    reader.allow({"name"_L1, "channels"_L1, "initial"_L1, "regular"_L1, "resolution"_L1});
    const QString name = reader.text("name"_L1, Need::Required);
    return {
        .id = name,
        .name = name,
        .channels = reader.texts("channels"_L1),
        .initial = reader.paragraphs("initial"_L1),
        .regular = reader.paragraphs("regular"_L1),
        .resolution = reader.paragraphs("resolution"_L1),
    };
}

std::vector<Audience> audiences(const std::vector<Reader>& readers)
{
    std::vector<Audience> all = records(readers, audience);
    if (all.empty())
        all.emplace_back();
    all.front().id.clear();
    return all;
}

Checklist checklist(const Reader& reader)
{
    reader.allow({"title"_L1, "at"_L1, "steps"_L1});
    Checklist checklist{
        .title = reader.text("title"_L1, Need::Required),
        .at = milestone(reader, "at"_L1),
        .steps = reader.texts("steps"_L1),
    };
    if (checklist.steps.isEmpty())
        reader.complain("steps"_L1, u"a checklist wants steps"_s);
    return checklist;
}

std::optional<Limit> limit(const Reader& reader, Key key)
{
    const QString text = reader.text(key);
    const std::optional<Limit> limit = limitFrom(text);
    if (text.endsWith(u'%'))
        reader.complain(key,
            u"\"%1\" wants a number in the unit of the panel: 0.05 of percentunit or 5 of percent, not %2"_s.arg(
                key, quoted(text)));
    else if (!limit && !text.isEmpty())
        reader.complain(key, u"\"%1\" wants a number, or \"> 0.05\", \"< 3\", not %2"_s.arg(key, quoted(text)));
    return limit;
}

MetricPanel panel(const Reader& reader)
{
    reader.allow({"title"_L1, "expr"_L1, "unit"_L1, "warn"_L1, "bad"_L1, "source"_L1});
    return {
        .title = reader.text("title"_L1, Need::Required),
        .expr = reader.text("expr"_L1, Need::Required),
        .unit = reader.text("unit"_L1),
        .warn = limit(reader, "warn"_L1),
        .bad = limit(reader, "bad"_L1),
        .source = reader.text("source"_L1),
    };
}

/// Which keys there are and what they may say is known to who asks the source.
MetricSource source(const Reader& reader)
{
    MetricSource source{.name = handle(reader, "name"_L1), .keys = reader.all()};
    source.keys.remove(u"name"_s);
    if (!source.keys.contains(u"url"_s))
        reader.complain("url"_L1, u"a source wants a \"url\""_s);
    return source;
}

void wantSources(const std::vector<Reader>& panels, const Playbook& playbook)
{
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const QString& name = playbook.panels[i].source;
        if (!name.isEmpty() && std::ranges::find(playbook.sources, name, &MetricSource::name) == playbook.sources.end())
            panels[i].complain("source"_L1, u"there is no source %1"_s.arg(quoted(name)));
    }
}

/// The handle as the roster spells it.
QString inRoster(const Playbook& playbook, const QString& handle, const Reader& role, Key key)
{
    const RosterPerson* person = playbook.person(handle);
    if (!person && !handle.isEmpty())
        role.complain(key, u"\"%1\" names %2, who is not in the roster"_s.arg(key, quoted(handle)));
    return person ? person->handle : QString();
}

Playbook playbook(const Reader& reader)
{
    reader.allow({"name"_L1, "title"_L1, "zone"_L1, "severities"_L1, "statuses"_L1, "roles"_L1, "roster"_L1,
        "audiences"_L1, "post_mortem"_L1, "checklists"_L1, "sources"_L1, "panels"_L1});
    const std::vector<Reader> severities = reader.list("severities"_L1, Need::Required);
    const std::vector<Reader> statuses = reader.list("statuses"_L1, Need::Required);
    const std::vector<Reader> roles = reader.list("roles"_L1, Need::Required);
    const std::vector<Reader> roster = reader.list("roster"_L1);
    const std::vector<Reader> told = reader.list("audiences"_L1);
    const std::vector<Reader> checklists = reader.list("checklists"_L1);
    const std::vector<Reader> sources = reader.list("sources"_L1);
    const std::vector<Reader> panels = reader.list("panels"_L1);

    Playbook playbook{
        .name = id(reader, "name"_L1),
        .title = reader.text("title"_L1, Need::Required),
        .zone = zone(reader, "zone"_L1),
        .severities = records(severities, severity),
        .statuses = records(statuses, status),
        .roles = records(roles, role),
        .roster = records(roster, person),
        .audiences = audiences(told),
        .postMortem = postMortem(reader.map("post_mortem"_L1)),
        .checklists = records(checklists, checklist),
        .sources = records(sources, source),
        .panels = records(panels, panel),
    };

    refuseSharedWords(severities, {"label"_L1});
    refuseSharedWords(statuses, {"word"_L1});
    refuseSharedWords(roles, {"id"_L1, "name"_L1, "aliases"_L1});
    refuseSharedWords(roster, {"handle"_L1});
    refuseSharedWords(told, {"name"_L1});
    refuseSharedWords(checklists, {"title"_L1});
    refuseSharedWords(sources, {"name"_L1});
    refuseSharedWords(panels, {"title"_L1});
    wantSources(panels, playbook);
    wantExactlyOne(reader, "statuses"_L1, "milestone"_L1, "resolved"_L1);
    wantExactlyOne(reader, "roles"_L1, "commander"_L1, "true"_L1);
    wantBeginning(statuses);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        Role& role = playbook.roles[i];
        role.primary = inRoster(playbook, role.primary, roles[i], "primary"_L1);
        role.backup = inRoster(playbook, role.backup, roles[i], "backup"_L1);
    }
    return playbook;
}

} // namespace

Result<Playbook> load(const QByteArray& yaml, const QString& fileName)
{
    const Result<Node> document = parse(yaml, fileName);
    if (!document)
        return document.error();
    Complaint complaint(fileName);
    Playbook read = playbook(Reader(*document, u"a playbook"_s, complaint));
    if (complaint.error())
        return *complaint.error();
    return read;
}

} // namespace warroom::playbook

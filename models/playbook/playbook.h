// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/metrics.h"
#include "playbook/milestone.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <vector>

namespace warroom::playbook {

/// How bad it is, in the team's own words and numbers. A target of zero means that there is none.
struct Severity {
    QString label; ///< "P0": what is typed and logged; unique, compared without case.
    QString name; ///< "Critical"
    QString meaning; ///< "Production Down"
    QStringList criteria;
    QStringList examples;
    QString colour; ///< "#rrggbb"
    std::chrono::minutes respondWithin{0};
    std::chrono::minutes resolveWithin{0};
    std::chrono::minutes updateEvery{0}; ///< Cadence of the status update.

    bool operator==(const Severity&) const = default;
};

/// A word for the state of affairs, in the order a good incident passes through them.
struct Status {
    QString word;
    std::optional<Milestone> milestone; ///< Reached when this status is.

    bool operator==(const Status&) const = default;
};

struct Role {
    QString id; ///< "incident-commander": permanent, in the log.
    QString name;
    QStringList aliases;
    QStringList duties;
    QStringList authority;
    QString primary; ///< Roster handle, may be empty.
    QString backup; ///< Roster handle, may be empty.
    bool commander = false; ///< Exactly one role leads.
    bool several = false; ///< May be held by more than one person.

    bool operator==(const Role&) const = default;
};

struct RosterPerson {
    QString handle; ///< "alice": permanent key, typed after `@`, unique, compared without case.
    QString name;
    QString title;
    QString email;
    QString phone;

    bool operator==(const RosterPerson&) const = default;
};

/// A part of the post-mortem that people write.
struct Section {
    QString id; ///< "root-cause": typed after /section and the name in the template (with `_` for `-`).
    QString heading;
    bool line = false; ///< One line within another section rather than a section of its own.

    bool operator==(const Section&) const = default;
};

enum class TimelineChoice { Key, Pinned, All };

struct PostMortem {
    std::vector<Section> sections;
    TimelineChoice timeline = TimelineChoice::Key;
    std::chrono::hours dueWithin{0}; ///< Counted from resolved; zero: no deadline.
    QString templateText; ///< Mustache; empty: the built-in one.

    bool operator==(const PostMortem&) const = default;
};

/// Who is told how it stands, where, and in which words.
struct Audience {
    QString id; ///< In the log; empty for the first, who is everybody.
    QString name; ///< "Internal"; may be empty where there is only one.
    QStringList channels; ///< Where the text is pasted: "#incidents".
    QString initial; ///< Mustache for the first update; empty: the built-in one.
    QString regular;
    QString resolution;

    bool operator==(const Audience&) const = default;
};

/// Steps that are the same in every incident.
struct Checklist {
    QString title;
    std::optional<Milestone> at; ///< When it is taken up by itself; none: when somebody does.
    QStringList steps; ///< At least one.

    bool operator==(const Checklist&) const = default;
};

/// A team's procedure. A value; an incident keeps the one it was declared with, word for word.
struct Playbook {
    QString name; ///< "erlmcp-incident-response"
    QString title;
    QTimeZone zone = QTimeZone::utc();
    std::vector<Severity> severities; ///< Worst first.
    std::vector<Status> statuses;
    std::vector<Role> roles;
    std::vector<RosterPerson> roster;
    std::vector<Audience> audiences{Audience()}; ///< At least one.
    PostMortem postMortem;
    std::vector<Checklist> checklists;
    std::vector<MetricSource> sources;
    std::vector<MetricPanel> panels;

    bool operator==(const Playbook&) const = default;

    const Severity* severity(const QString& label) const;
    const Status* status(const QString& word) const;
    /// By id, name or alias, without case.
    const Role* role(const QString& typed) const;
    /// By id or heading, without case.
    const Section* section(const QString& typed) const;
    const RosterPerson* person(const QString& handle) const;
};

} // namespace warroom::playbook

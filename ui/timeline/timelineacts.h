// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/takeback.h"
#include "timeline/captureline.h"
#include "timeline/rowact.h"
#include "timeline/timelinewords.h"

namespace warroom::timeline {

class TimelineNotice;

/// What is said by a key instead of a line: about an entry, or about one's last act.
class TimelineActs : public QObject
{
    Q_OBJECT

public:
    TimelineActs(const TimelineWords::Source& source, CaptureLine::SituationSource situation, CaptureLine& line,
        TimelineNotice& notice, QObject* parent);

    void act(RowAct act, EntryId entry);
    void correctTime(const incident::Entry& entry, Instant time);
    /// My last act is taken back, or what was taken back is said again.
    void takeBackLast();
    void sayAgain();
    /// Says something; `line` says the same in words.
    void say(const incident::Command& command, const QString& line);
    /// A rule refused what was said here; false where the line is none of those.
    bool tellRefused(const QString& line, const QString& why);
    void showState(const incident::IncidentState& state);
    /// While something is on its way to disk nobody knows what one's last act is.
    void showSaving(bool saving) { m_saving = saving; }

    /// Something said by a key; `line` says the same in words.
    struct Said {
        incident::Saying saying;
        QString line;
    };

Q_SIGNALS:
    void said(const warroom::timeline::TimelineActs::Said& said);
    /// The entry is to have another time, which somebody has to type.
    void timeAsked(const warroom::incident::Entry& entry);
    /// Its words are to be erased; whoever asks says first what that means.
    void redactAsked(warroom::EntryId entry);

private:
    void amend(const incident::Entry& entry);
    void amendLast();
    void takeBack(EntryId act);
    /// Changes an entry without being one itself; `undo` makes it as it was.
    struct Correction {
        EntryId act; ///< Of the entry.
        incident::Command command;
        incident::Command undo;
        QString what;
    };
    void correct(const Correction& correction);
    bool takeBackCorrection();
    /// Who does what the entry is about; nobody, where it is no work.
    std::optional<PersonId> ownerOf(EntryId entry) const;
    std::optional<EntryId> lastActSince(Instant since) const;
    /// The hybrid logical clock of the last thing I said that stands.
    qint64 lastClock() const;
    void say(const incident::Saying& saying, const QString& line);
    /// "14:31 Decision"
    QString nameOf(const incident::Entry& entry) const;
    /// "Decision: Roll back"
    QString summaryOf(const incident::Entry& entry) const;

    /// An act that was taken back here, with what says it again.
    struct TakenBack {
        EntryId act;
        QString what;
        std::vector<incident::Saying> sayings;
        std::optional<Correction> correction{}; ///< Instead of the sayings.
    };
    struct Corrected {
        Correction correction;
        Instant at{};
        qint64 before = 0; ///< lastClock() then; what was said later is taken back first.
    };

    TimelineWords::Source m_source;
    CaptureLine::SituationSource m_situation;
    CaptureLine& m_line;
    TimelineNotice& m_notice;
    bool m_saving = false;
    std::optional<TakenBack> m_takingBack; ///< Not on disk yet.
    std::vector<TakenBack> m_takenBack; ///< The last one at the end.
    std::vector<Corrected> m_corrected; ///< Here; the last one at the end.
    QSet<QString> m_saidLines; ///< By a key, and not typed.
    QHash<QString, CaptureLine::Amendment> m_amendments; ///< By their lines.
};

} // namespace warroom::timeline

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/takeback.h"
#include "session/session.h"
#include "style/card.h"
#include "timeline/captureline.h"
#include "timeline/timelineview.h"
#include "timeline/timelinewords.h"
#include "views/timelinefilter.h"
#include "views/timelinemodel.h"

class QStackedLayout;

namespace warroom::timeline {

class NotSavedStrip;
class TimelineHead;
class TimelineNotice;

/// The middle of the desk: what happened, what is not saved yet, and the line.
class TimelineCard : public style::Card
{
    Q_OBJECT

public:
    /// `undeclared` stands above the line until there is an incident.
    TimelineCard(const style::Theme& theme, const TimelineWords::Source& source, CaptureLine::SituationSource situation,
        QWidget* undeclared, QWidget* parent);

    void show(const incident::IncidentState& state);
    /// Anything may show differently now.
    void showAnew(const incident::IncidentState& state);
    void show(const std::vector<session::Pending>& pending, const QTimeZone& zone);
    /// The act is on disk: says where it is if it is out of view.
    void tellSaved(EntryId act);
    /// The last saved entry, or the newest.
    void showLast();
    /// Makes it the current row; nothing where it is no row.
    void showEntry(EntryId entry);
    /// What stands above in the card; false where there is nothing more.
    bool focusNextPanel();
    void focusLine();
    /// Says something by a key; `line` says the same in words.
    void say(const incident::Command& command, const QString& line);
    /// A rule refused what was said by a key; false where the line is none of those.
    bool tellRefused(const QString& line, const QString& why);
    /// Begins the line that leaves what this entry says for later.
    void followUp(EntryId entry) { act(RowAct::FollowUp, entry); }
    /// My last act is taken back, or what was taken back is said again.
    void takeBackLast();
    void sayAgain();
    /// Opens the field that shows only what holds its words.
    void search();
    /// Opens the field for a time to go to.
    void jump();

    CaptureLine& line() { return *m_line; }

    /// Something said by a key; `line` says the same in words.
    struct Said {
        incident::Saying saying;
        QString line;
    };

Q_SIGNALS:
    void retryAsked();
    void said(const warroom::timeline::TimelineCard::Said& said);
    /// Its words are to be erased; whoever asks says first what that means.
    void redactAsked(warroom::EntryId entry);

private:
    QWidget* makeHistory(const style::Theme& theme);
    void build(QWidget* history, QWidget* empty);
    void connectParts();
    void connectHead();
    void connectActs();
    void act(RowAct act, EntryId entry);
    void amend(const incident::Entry& entry);
    void amendLast();
    void takeBack(EntryId act);
    void tellTakenBack(const incident::IncidentState& state);
    void say(const incident::Saying& saying, const QString& line);
    /// "14:31 Decision"
    QString nameOf(const incident::Entry& entry) const;
    /// "Decision: Roll back"
    QString summaryOf(const incident::Entry& entry) const;
    void arrange(const std::function<void()>& change);
    void showAll();
    void leaveField();
    void takeTime(const QString& typed);
    void goToTime(Instant time);
    void correctTime(const incident::Entry& entry);
    /// What was told about an act before is not about what comes now.
    void untell();
    /// Where a row of the timeline is shown; -1 where it is not.
    int shownRow(int row) const;

    /// An act that was taken back here, with what says it again.
    struct TakenBack {
        EntryId act;
        QString what;
        std::vector<incident::Saying> sayings;
    };

    TimelineWords::Source m_source;
    CaptureLine::SituationSource m_situation;
    views::TimelineModel* m_model;
    TimelineWords* m_words;
    views::TimelineFilter* m_filter;
    TimelineHead* m_head = nullptr;
    TimelineView* m_view = nullptr;
    TimelineNotice* m_notice = nullptr;
    NotSavedStrip* m_strip;
    CaptureLine* m_line;
    QStackedLayout* m_pages = nullptr;
    std::optional<EntryId> m_lastAct;
    bool m_saving = false;
    std::optional<TakenBack> m_takingBack; ///< Not on disk yet.
    std::optional<EntryId> m_correcting; ///< Whose time is asked for in the head.
    std::vector<TakenBack> m_takenBack; ///< The last one at the end.
    QSet<QString> m_saidLines; ///< By a key, and not typed.
    QHash<QString, CaptureLine::Amendment> m_amendments; ///< By their lines.
    TimelineView::Place m_before; ///< What one looked at when all rows were shown.
};

} // namespace warroom::timeline

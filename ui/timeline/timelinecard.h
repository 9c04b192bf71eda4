// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "style/card.h"
#include "timeline/captureline.h"
#include "timeline/timelineacts.h"
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
    /// Opens the field that shows only what holds its words.
    void search();
    /// Whatever field is open in the head, too.
    void leaveSearch();
    /// Opens the field for a time to go to.
    void jump();

    CaptureLine& line() { return *m_line; }
    TimelineActs& acts() { return *m_acts; }

Q_SIGNALS:
    void retryAsked();
    /// The moment that the current row is about; none where no row is current.
    void pointed(std::optional<warroom::Instant> at);

private:
    void build(QWidget* history, QWidget* undeclared);
    void buildHistory(QWidget* history, const style::Theme& theme);
    void connectParts();
    void connectHead();
    void connectActs();
    void arrange(const std::function<void()>& change);
    void showAll();
    void leaveField();
    void takeTime(const QString& typed);
    void goToTime(Instant time);
    void correctTime(const incident::Entry& entry);
    /// Where a row of the timeline is shown; -1 where it is not.
    int shownRow(int row) const;

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
    TimelineActs* m_acts = nullptr;
    QStackedLayout* m_pages = nullptr;
    std::optional<EntryId> m_lastAct;
    std::optional<EntryId> m_correcting; ///< Whose time is asked for in the head.
    TimelineView::Place m_before; ///< What one looked at when all rows were shown.
};

} // namespace warroom::timeline

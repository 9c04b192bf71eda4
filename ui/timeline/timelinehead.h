// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "views/timelinefilter.h"

#include <QDate>
#include <QWidget>

class QButtonGroup;

namespace warroom::style {
class Button;
class PlainLabel;
} // namespace warroom::style

namespace warroom::timeline {

class HeadField;

/// Above the timeline: which rows of it are shown, and the search within it.
class TimelineHead : public QWidget
{
    Q_OBJECT

public:
    using Sort = views::TimelineFilter::Sort;
    using Counts = std::array<int, views::TimelineFilter::sorts>;

    TimelineHead(const style::Theme& theme, QWidget* parent);

    /// A sort that there is nothing of is not offered.
    void show(const Counts& counts);
    void choose(Sort sort);
    /// Opens the field, or goes back into it.
    void startSearch();
    void startJump();
    /// Asks for the time of an entry that stands at `time` now.
    void startCorrection(const QString& time);
    /// Closes the field; nothing is searched any more.
    void endField();
    /// Says how many rows were found, or why there is nowhere to go.
    void tell(const QString& text, bool wrong);
    /// A line below it: the rows go on under it, and the first one in view may be cut.
    void showMoreAbove(bool more);
    /// The day of the first row in view; invalid where there is only one.
    void showDay(QDate day);

Q_SIGNALS:
    void chosen(warroom::views::TimelineFilter::Sort sort);
    /// As one types; empty when it is over.
    void searched(const QString& text);
    /// Esc in the field.
    void left();
    /// The focus belongs into the rows.
    void rowsWanted();
    void timeEntered(const QString& time);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Field { None, Search, Time };

    void addChips(const style::Theme& theme);
    void connectField();
    void open(Field field, const QString& name, const QString& label, const QString& hint);
    static QString nameOf(Sort sort);
    void makeRoom();

    style::Theme m_theme;
    style::PlainLabel* m_caption;
    style::PlainLabel* m_day;
    QButtonGroup* m_chips;
    style::PlainLabel* m_found;
    style::PlainLabel* m_label;
    HeadField* m_field;
    style::Button* m_search;
    bool m_moreAbove = false;
    Field m_open = Field::None;
};

} // namespace warroom::timeline

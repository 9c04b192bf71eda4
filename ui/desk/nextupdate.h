// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

#include <chrono>
#include <optional>

class QButtonGroup;

namespace warroom::style {
class Chip;
class FlowLayout;
} // namespace warroom::style

namespace warroom::desk {

class IncidentPage;

/// When the next update is promised. Where that is another time than the usual one it asks whether it counts once or
/// from now on.
class NextUpdate : public QWidget
{
    Q_OBJECT

public:
    using Minutes = std::chrono::minutes;

    /// The page outlives it.
    NextUpdate(IncidentPage& page, const style::Theme& theme, QWidget* parent);

    /// What there is to choose from where one comes as often as that. Nothing is promised before the first one.
    void offer(Minutes usual, bool promised);
    /// After the end nobody waits for another one.
    void setEnd(bool end);
    /// The promise counts from now, however long it has been in sight.
    void showTimes();

    struct Choice {
        Minutes in{}; ///< Zero: nothing is promised.
        bool fromNowOn = false;
    };
    /// From now on only where that is asked.
    Choice choice() const;
    /// Only what is offered.
    void choose(const Choice& choice);

Q_SIGNALS:
    void changed();

private:
    void showCounts();
    QString text(int minutes) const;

    IncidentPage& m_page;
    style::Theme m_theme;
    style::FlowLayout* m_row;
    QButtonGroup* m_times; ///< The ids are minutes.
    style::Chip* m_once;
    style::Chip* m_fromNowOn;
    Minutes m_usual{};
    bool m_end = false;
};

} // namespace warroom::desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/panel.h"
#include "incident/state.h"
#include "metrics/watch.h"
#include "playbook/playbook.h"
#include "recorder/recorder.h"
#include "style/theme.h"

#include <QWidget>

namespace warroom::charts {
class MetricPanel;
} // namespace warroom::charts

namespace warroom::desk {

/// What is needed to measure; all outlive whoever does.
struct Meters {
    const std::vector<playbook::MetricSource>& sources; ///< Of this machine; asked before those of a playbook.
    const Clock& clock;
    recorder::Recorder& recorder;
};

/// The first panels of the playbook above the timeline, from an hour before the declaration on. Not there where nothing
/// is to be measured, or nobody could be asked.
class MetricStrip : public QWidget
{
    Q_OBJECT

public:
    MetricStrip(const Meters& meters, const style::Theme& theme, QWidget* parent);
    ~MetricStrip() override;

    void show(const incident::IncidentState& state, const playbook::Playbook& playbook);
    /// Once a second: how old what is shown has become.
    void showClock(Instant now);
    const std::vector<metrics::Reach>& reach() const;
    /// Where the crosshairs stand, as an entry is about that moment; none: nowhere.
    void point(std::optional<Instant> at);
    /// What each panel shows now, in one line; empty where there is none.
    QString said() const;

Q_SIGNALS:
    void reachChanged();
    /// The sign of an entry was chosen in a panel.
    void entryAsked(warroom::EntryId entry);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void begin(const playbook::Playbook& playbook);
    void ask();
    void zoom(const std::optional<std::pair<Instant, Instant>>& to);
    /// What was kept of these panels is shown until a server answers.
    void recall();
    void keep(std::size_t panel);
    void showPanel(std::size_t panel);

    Meters m_meters;
    style::Theme m_theme;
    std::unique_ptr<metrics::Watch> m_watch;
    std::vector<charts::MetricPanel*> m_panels;
    IncidentId m_incident;
    Instant m_declared{};
    QTimeZone m_zone = QTimeZone::utc();
    std::vector<charts::Mark> m_marks;
    std::optional<std::pair<Instant, Instant>> m_zoom; ///< A part of it that one looks at more closely.
    int m_points = 0; ///< Each panel was last asked for so many.
};

} // namespace warroom::desk

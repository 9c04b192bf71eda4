// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/metricstrip.h"

#include "charts/measuredpanel.h"
#include "charts/metricpanel.h"
#include "evidence/marks.h"

#include <QHBoxLayout>

#include <algorithm>

namespace warroom::desk {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostPanels = 4;
constexpr int sides = 14;
constexpr Milliseconds before = 1h; ///< The declaration, that one sees how it was when all was well.
constexpr int pointsApart = 50; ///< Of a width that changed less the points are as good.

} // namespace

MetricStrip::MetricStrip(const Meters& meters, const style::Theme& theme, QWidget* parent)
    : QWidget(parent), m_meters(meters), m_theme(theme)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(sides, theme.gap, sides, 0);
    row->setSpacing(theme.gap);
    hide();
}

MetricStrip::~MetricStrip() = default;

const std::vector<metrics::Reach>& MetricStrip::reach() const
{
    static const std::vector<metrics::Reach> none;
    return m_watch ? m_watch->reach() : none;
}

QString MetricStrip::said() const
{
    QStringList all;
    for (const charts::MetricPanel* panel : m_panels)
        all << panel->said();
    return isVisible() ? all.join(QStringLiteral(" · ")) : QString();
}

void MetricStrip::show(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    m_declared = state.milestone(incident::Milestone::Declared).value_or(m_meters.clock.now());
    m_incident = state.id;
    m_zone = state.zone();
    const bool isAbout = state.declared() && !state.closed() && !playbook.panels.empty()
        && !(m_meters.sources.empty() && playbook.sources.empty());
    if (isAbout && !m_watch)
        begin(playbook);
    setVisible(isAbout);
    if (m_watch)
        m_marks = evidence::marksOf(state, playbook);
    for (std::size_t panel = 0; panel < m_panels.size(); ++panel)
        showPanel(panel);
}

void MetricStrip::begin(const playbook::Playbook& playbook)
{
    std::vector<metrics::Panel> panels;
    for (const playbook::MetricPanel& panel : playbook.panels)
        panels.push_back(metrics::panelOf(panel));
    panels.resize(std::min(panels.size(), mostPanels));
    std::vector<playbook::MetricSource> sources = m_meters.sources;
    sources.insert(sources.end(), playbook.sources.begin(), playbook.sources.end());
    m_watch = std::make_unique<metrics::Watch>(std::move(panels), sources, m_meters.clock, metrics::Pace());
    connect(m_watch.get(), &metrics::Watch::measuredAnew, this, &MetricStrip::showPanel);
    connect(m_watch.get(), &metrics::Watch::answered, this, &MetricStrip::keep);
    connect(m_watch.get(), &metrics::Watch::reachChanged, this, &MetricStrip::reachChanged);
    for (std::size_t panel = 0; panel < m_watch->panels().size(); ++panel) {
        auto* shown = new charts::MetricPanel(m_theme, this);
        connect(shown, &charts::MetricPanel::entryAsked, this, &MetricStrip::entryAsked);
        connect(shown, &charts::MetricPanel::rangeAsked, this,
            [this](Instant from, Instant to) { zoom(std::pair(from, to)); });
        connect(shown, &charts::MetricPanel::wholeRangeAsked, this, [this] { zoom(std::nullopt); });
        for (charts::MetricPanel* other : m_panels) {
            connect(shown, &charts::MetricPanel::crosshairMoved, other, &charts::MetricPanel::showCrosshair);
            connect(other, &charts::MetricPanel::crosshairMoved, shown, &charts::MetricPanel::showCrosshair);
        }
        m_panels.push_back(shown);
        layout()->addWidget(shown);
    }
    recall();
    ask();
}

void MetricStrip::keep(std::size_t panel)
{
    m_meters.recorder.keep(m_incident, m_watch->panels()[panel], m_watch->measured(panel).answer);
}

void MetricStrip::recall()
{
    m_meters.recorder.recall(m_incident, m_watch.get(), [this](const std::vector<recorder::Recorded>& all) {
        for (std::size_t panel = 0; panel < m_panels.size(); ++panel) {
            const metrics::Panel& asked = m_watch->panels()[panel];
            const auto kept = std::ranges::find_if(all, [&](const recorder::Recorded& each) {
                return each.panel.expr == asked.expr && each.panel.source == asked.source;
            });
            const std::optional<Instant> until = kept == all.end() ? std::nullopt : kept->until();
            if (!until)
                continue;
            const auto answer = std::make_shared<metrics::Answer>();
            answer->success = true;
            answer->type = metrics::ResultType::Matrix;
            answer->series = kept->series;
            const Milliseconds step = std::max(kept->step().value_or(1min), 1ms);
            m_watch->remember(panel, answer, *until, metrics::rangeOf(m_declared - before, *until, step));
        }
    });
}

void MetricStrip::ask()
{
    m_points = std::max(width() / int(m_panels.size()), pointsApart);
    if (m_zoom)
        m_watch->lookFrom(m_zoom->first, m_points, m_zoom->second);
    else
        m_watch->lookFrom(m_declared - before, m_points);
}

void MetricStrip::zoom(const std::optional<std::pair<Instant, Instant>>& to)
{
    m_zoom = to;
    ask();
}

void MetricStrip::point(std::optional<Instant> at)
{
    for (charts::MetricPanel* panel : m_panels)
        panel->showCrosshair(at);
}

void MetricStrip::showPanel(std::size_t panel)
{
    charts::Panel shown =
        charts::measuredPanel(m_watch->panels()[panel], m_watch->measured(panel), m_meters.clock.now());
    shown.zone = m_zone;
    shown.marks = m_marks;
    m_panels[panel]->setPanel(shown);
}

void MetricStrip::showClock(Instant)
{
    for (std::size_t panel = 0; panel < m_panels.size(); ++panel) {
        const metrics::Measured& measured = m_watch->measured(panel);
        if (measured.answer && m_meters.clock.now() - measured.answeredAt > charts::staleAfter)
            showPanel(panel);
    }
}

void MetricStrip::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_watch)
        m_watch->show(true);
}

void MetricStrip::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_watch)
        m_watch->show(false);
}

void MetricStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_watch && std::abs(width() / int(m_panels.size()) - m_points) > pointsApart)
        ask();
}

} // namespace warroom::desk

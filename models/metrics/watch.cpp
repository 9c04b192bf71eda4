// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/watch.h"

#include "metrics/expression.h"

#include <algorithm>

namespace warroom::metrics {

namespace {

Threshold thresholdOf(const playbook::Limit& limit, Verdict beyond)
{
    return {limit.value, beyond, limit.above ? Threshold::Side::Above : Threshold::Side::Below};
}

} // namespace

Panel panelOf(const playbook::MetricPanel& panel)
{
    Panel shown{panel.title, panel.expr, panel.unit, {}, panel.source};
    std::optional<playbook::Limit> bad = panel.bad;
    const Split both = split(panel.expr);
    // That something is equal, or not, is no limit that a value nears.
    if (both.comparison && (both.comparison->op.startsWith(u'>') || both.comparison->op.startsWith(u'<'))) {
        shown.expr = both.expr;
        bad = bad.value_or(playbook::Limit{both.comparison->op.startsWith(u'>'), both.comparison->value});
    }
    if (panel.warn)
        shown.thresholds.push_back(thresholdOf(*panel.warn, Verdict::Warn));
    if (bad)
        shown.thresholds.push_back(thresholdOf(*bad, Verdict::Bad));
    return shown;
}

Watch::Watch(std::vector<Panel> panels, const std::vector<playbook::MetricSource>& sources, const Clock& clock,
    Pace pace, QObject* parent)
    : QObject(parent),
      m_panels(std::move(panels)),
      m_clock(clock),
      m_pace(pace),
      m_measured(m_panels.size()),
      m_polls(m_panels.size()),
      m_asked(m_panels.size())
{
    for (const playbook::MetricSource& each : sources) {
        const Result<Source> source = metrics::source(each.name, each.keys);
        m_reach.push_back({each.name, {}, source ? std::nullopt : std::optional(source.error())});
        m_clients.push_back(source ? std::make_unique<Client>(*source, clock) : nullptr);
    }
    for (std::size_t panel = 0; panel < m_panels.size(); ++panel)
        follow(panel);
}

std::size_t Watch::sourceOf(const Panel& panel) const
{
    const auto named = std::ranges::find(m_reach, panel.source, &Reach::name);
    return named == m_reach.end() ? 0 : std::size_t(named - m_reach.begin());
}

void Watch::follow(std::size_t panel)
{
    const std::size_t source = sourceOf(m_panels[panel]);
    if (source >= m_clients.size() || !m_clients[source]) {
        m_measured[panel].failure =
            source < m_reach.size() ? m_reach[source].failure : Error{ErrorCode::BadSource, m_panels[panel].source};
        return;
    }
    m_polls[panel] = std::make_unique<Poll>(*m_clients[source], m_clock, m_pace);
    connect(
        m_polls[panel].get(), &Poll::answered, this, [this, panel](const Outcome& outcome) { take(panel, outcome); });
}

void Watch::lookFrom(Instant from, qint64 points, std::optional<Instant> until)
{
    m_from = from;
    m_until = until;
    m_points = points;
    for (std::size_t panel = 0; panel < m_polls.size(); ++panel) {
        if (!m_polls[panel])
            continue;
        const Milliseconds scraped = m_clients[sourceOf(m_panels[panel])]->source().scrapeInterval;
        m_polls[panel]->ask([this, panel, scraped](Instant now) {
            m_asked[panel] = {
                rangeOf(m_from, std::max(m_until.value_or(now), m_from), m_points, scraped), m_clock.monotonic()};
            return Query{m_panels[panel].expr, m_asked[panel].first};
        });
    }
}

void Watch::remember(std::size_t panel, std::shared_ptr<const Answer> answer, Instant answeredAt, const Range& range)
{
    Measured& measured = m_measured[panel];
    if (measured.answer)
        return;
    measured.answer = std::move(answer);
    measured.answeredAt = answeredAt;
    measured.range = range;
    Q_EMIT measuredAnew(panel);
}

void Watch::show(bool visible)
{
    for (const auto& poll : m_polls) {
        if (poll)
            poll->show(visible);
    }
}

void Watch::take(std::size_t panel, const Outcome& outcome)
{
    Measured& measured = m_measured[panel];
    const auto& [range, askedAt] = m_asked[panel];
    measured.failure = outcome.failure();
    if (!measured.failure) {
        measured.answer = std::make_shared<const Answer>(*outcome.answer);
        measured.answeredAt = m_clock.now();
        measured.range = range;
    }
    Reach& reach = m_reach[sourceOf(m_panels[panel])];
    // A server that refuses a query is there all the same.
    const bool answers = outcome.httpStatus > 0 && outcome.answer.ok();
    reach.took = answers ? std::optional(m_clock.monotonic() - askedAt) : std::nullopt;
    reach.failure = answers ? std::nullopt : std::optional(outcome.answer.error());
    Q_EMIT measuredAnew(panel);
    if (!measured.failure)
        Q_EMIT answered(panel);
    Q_EMIT reachChanged();
}

} // namespace warroom::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/decimated.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace warroom::metrics {

namespace {

constexpr qint64 never = std::numeric_limits<qint64>::max();

/// The first millisecond that is not in the column any more.
qint64 endOf(int column, const Plot& plot)
{
    if (column >= plot.columns)
        return never;
    if (column == plot.columns - 1)
        return toMs(plot.to) + 1;
    const qint64 length = toMs(plot.to) - toMs(plot.from);
    return toMs(plot.from) + ((column + 1) * length + plot.columns - 1) / plot.columns;
}

/// Takes the points one after the other.
class Decimator
{
public:
    explicit Decimator(const Plot& plot) : m_plot(plot), m_apart(quint64((plot.step + plot.step / 2).count())) { }

    void take(qint64 time, double value)
    {
        if (!std::isfinite(value)) {
            if (std::isinf(value))
                note(time, value > 0);
            m_gap = true;
            return;
        }
        // Unsigned, since a server may name moments as far apart as there are.
        if (m_apart > 0 && quint64(time) - quint64(m_before) > m_apart)
            m_gap = true;
        m_before = time;
        if (m_gap || time >= m_end) {
            begin(time, value);
            return;
        }
        Column& column = m_result.columns.back();
        column.lastTime = time;
        column.last = value;
        column.minimum = std::min(column.minimum, value);
        column.maximum = std::max(column.maximum, value);
    }

    Decimated result() { return std::move(m_result); }

private:
    void begin(qint64 time, double value)
    {
        const int at = m_plot.columnAt(time);
        m_end = endOf(at, m_plot);
        m_result.columns.push_back({at, !m_gap, time, time, value, value, value, value});
        m_gap = false;
    }

    void note(qint64 time, bool positive)
    {
        const Infinity infinity{m_plot.columnAt(time), positive};
        std::vector<Infinity>& all = m_result.infinities;
        const auto recent = all.size() < 2 ? all.begin() : all.end() - 2;
        if (infinity.at >= 0 && infinity.at < m_plot.columns && std::find(recent, all.end(), infinity) == all.end())
            all.push_back(infinity);
    }

    const Plot& m_plot;
    quint64 m_apart;
    qint64 m_before = 0;
    qint64 m_end = 0;
    bool m_gap = true;
    Decimated m_result;
};

} // namespace

int Plot::columnAt(qint64 time) const
{
    const qint64 begin = toMs(from);
    const qint64 end = toMs(to);
    if (time < begin)
        return -1;
    if (time > end)
        return columns;
    return time == end ? columns - 1 : int((time - begin) * columns / (end - begin));
}

Decimated decimated(const Series& series, const Plot& plot)
{
    const std::vector<qint64>& times = series.times;
    auto begin = std::lower_bound(times.begin(), times.end(), toMs(plot.from));
    auto end = std::upper_bound(begin, times.end(), toMs(plot.to));
    // The line comes in from one point outside and leaves to another.
    if (begin != times.begin())
        --begin;
    if (end != times.end())
        ++end;
    Decimator decimator(plot);
    for (auto i = begin - times.begin(); i < end - times.begin(); ++i)
        decimator.take(times[size_t(i)], series.values[size_t(i)]);
    return decimator.result();
}

} // namespace warroom::metrics

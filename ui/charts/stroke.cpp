// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stroke.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace warroom::charts {

namespace {

constexpr double lineWidth = 1.75; // Logical pixels; seven quarters are even on both sides.
constexpr double dotWidth = 4; // Of a point that no line leads to.

} // namespace

void Stroke::Span::take(float y1, float y2)
{
    top = std::min({top, y1, y2});
    bottom = std::max({bottom, y1, y2});
}

Stroke::Stroke(ColumnImage& image, const LineLook& look, qreal scale)
    : m_image(image),
      m_look(look),
      m_scale(scale),
      m_pattern(pattern(look.dash)),
      m_period(std::accumulate(m_pattern.cbegin(), m_pattern.cend(), 0.0)),
      m_spans(size_t(image.columns() * perPixel), empty),
      m_first(int(m_spans.size())),
      m_changes(size_t(image.rows()) + 2)
{
}

void Stroke::touch(int column, double y1, double y2)
{
    m_spans[size_t(column)].take(float(y1), float(y2));
    m_first = std::min(m_first, column);
    m_last = std::max(m_last, column);
}

void Stroke::moveTo(double x, double y)
{
    m_x = x;
    m_y = y;
}

void Stroke::lineTo(double x, double y)
{
    const double fromX = std::exchange(m_x, x);
    const double fromY = std::exchange(m_y, y);
    const double columns = double(m_spans.size());
    if (x <= fromX || x <= 0 || fromX >= columns)
        return;
    const double slope = (y - fromY) / (x - fromX);
    const auto rowAt = [&](double at) { return fromY + (at - fromX) * slope; };
    double left = std::max(fromX, 0.0);
    const double end = std::min(x, columns);
    for (int column = int(left); left < end; ++column) {
        const double right = std::min(end, column + 1.0);
        touch(column, rowAt(left), rowAt(right));
        left = right;
    }
}

void Stroke::span(int column, double top, double bottom)
{
    if (column >= 0 && column < int(m_spans.size()))
        touch(column, top, bottom);
}

void Stroke::finish()
{
    if (m_last < m_first)
        return;
    const Span first = m_spans[size_t(m_first)];
    const bool isPoint = m_first == m_last && first.bottom - first.top < 0.5F;
    const double halfWidth = (isPoint ? dotWidth : lineWidth) / 2 * m_scale;
    const int reach = int(halfWidth * perPixel);
    const int begin = std::max(m_first - reach, 0);
    const int end = std::min(m_last + reach + 1, int(m_spans.size()));
    std::vector<Span> spans = thick(halfWidth, begin, end);
    if (!m_pattern.isEmpty() && !isPoint) {
        for (int column = begin; column < end; ++column) {
            if (!isDrawn(column))
                spans[size_t(column - begin)] = empty;
        }
    }
    paint(spans, begin);
    std::fill(m_spans.begin() + m_first, m_spans.begin() + m_last + 1, empty);
    m_first = int(m_spans.size());
    m_last = -1;
}

std::vector<Stroke::Span> Stroke::thick(double halfWidth, int begin, int end) const
{
    std::vector<Span> result(size_t(end - begin), empty);
    const int reach = int(halfWidth * perPixel);
    for (int away = -reach; away <= reach; ++away) {
        const double sideways = double(away) / perPixel;
        const auto up = float(std::sqrt(halfWidth * halfWidth - sideways * sideways));
        const int from = std::max(begin, m_first - away);
        const int to = std::min(end, m_last + 1 - away);
        for (int column = from; column < to; ++column) {
            const Span& span = m_spans[size_t(column + away)];
            Span& thicker = result[size_t(column - begin)];
            thicker.top = std::min(thicker.top, span.top - up);
            thicker.bottom = std::max(thicker.bottom, span.bottom + up);
        }
    }
    return result;
}

bool Stroke::isDrawn(int column) const
{
    // What goes up or down is never left out: the dash must not hide a peak.
    const Span& span = m_spans[size_t(column)];
    if (span.bottom - span.top > float(m_scale))
        return true;
    qreal along = std::fmod(column / (perPixel * m_scale), m_period);
    for (qsizetype i = 0; i < m_pattern.size(); ++i) {
        along -= m_pattern[i];
        if (along < 0)
            return i % 2 == 0;
    }
    return true;
}

void Stroke::paint(const std::vector<Span>& spans, int begin)
{
    std::array<Span, perPixel> pixel;
    const int end = begin + int(spans.size());
    for (int column = begin / perPixel; column * perPixel < end; ++column) {
        for (int part = 0; part < perPixel; ++part) {
            const int at = column * perPixel + part;
            pixel[size_t(part)] = at >= begin && at < end ? spans[size_t(at - begin)] : empty;
        }
        paintPixels(column, pixel.data());
    }
}

void Stroke::paintPixels(int column, const Span* spans)
{
    const auto rows = float(m_image.rows());
    int first = m_image.rows();
    int last = -1;
    // A change of the coverage between two rows belongs to both, by where between them it is.
    const auto change = [&](float at, float by) {
        const int row = int(at);
        m_changes[size_t(row)] += by * (float(row + 1) - at);
        m_changes[size_t(row) + 1] += by * (at - float(row));
    };
    for (int part = 0; part < perPixel; ++part) {
        const float top = std::max(spans[part].top, 0.0F);
        const float bottom = std::min(spans[part].bottom, rows);
        if (top >= bottom)
            continue;
        change(top, 1.0F / perPixel);
        change(bottom, -1.0F / perPixel);
        first = std::min(first, int(top));
        last = std::max(last, int(bottom));
    }
    if (last < first)
        return;
    const auto begin = m_changes.begin() + first;
    const auto end = m_changes.begin() + std::min(last + 1, m_image.rows());
    std::partial_sum(begin, end, begin);
    m_image.cover(column, first, {begin, end}, m_look.colour);
    std::fill(begin, m_changes.begin() + last + 2, 0.0F);
}

} // namespace warroom::charts

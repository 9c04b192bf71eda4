// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/columnimage.h"
#include "charts/linelook.h"

#include <vector>

namespace warroom::charts {

/// Draws a line that never goes back, however many points it has, at the cost of its columns: in each of them only how
/// far up and down the line gets counts, and made as thick as the pen that is the same as all of it drawn.
///
/// Columns are quarters of a pixel, for smooth edges; rows are pixels.
class Stroke
{
public:
    static constexpr int perPixel = 4;

    /// `scale`: how many pixels of the image one logical pixel has.
    Stroke(ColumnImage& image, const LineLook& look, qreal scale);

    /// From the end of the last piece, or anew, to a point.
    void lineTo(double x, double y);
    void moveTo(double x, double y);
    /// Both rows and all between them in this column.
    void span(int column, double top, double bottom);
    /// Paints what was drawn since the last time. What is painted apart is not joined.
    void finish();

private:
    struct Span {
        float top;
        float bottom;
        void take(float y1, float y2);
    };
    static constexpr Span empty{1e9F, -1e9F};

    void touch(int column, double y1, double y2);
    std::vector<Span> thick(double halfWidth, int begin, int end) const;
    bool isDrawn(int column) const;
    void paint(const std::vector<Span>& spans, int begin);
    void paintPixels(int column, const Span* spans);

    ColumnImage& m_image;
    LineLook m_look;
    qreal m_scale;
    QList<qreal> m_pattern;
    qreal m_period = 0;
    std::vector<Span> m_spans;
    int m_first; ///< Columns that were touched since the last painting.
    int m_last = -1;
    double m_x = 0;
    double m_y = 0;
    std::vector<float> m_changes; ///< Of the coverage from row to row.
};

} // namespace warroom::charts

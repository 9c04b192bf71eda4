// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <span>
#include <vector>

namespace warroom::charts {

/// A picture that is drawn from top to bottom, column by column: what is high and narrow stays in the processor's
/// cache. Transparent at first.
class ColumnImage
{
public:
    explicit ColumnImage(QSize size);

    int columns() const { return m_size.width(); }
    int rows() const { return m_size.height(); }

    /// Lays the colour over a column from that row on, each pixel covered by so much, 0 to 1.
    void cover(int column, int row, std::span<const float> coverage, QColor colour);

    QImage image() const;

private:
    QSize m_size;
    std::vector<QRgb> m_pixels; ///< Premultiplied.
};

} // namespace warroom::charts

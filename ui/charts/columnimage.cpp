// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/columnimage.h"

#include <QColor>

#include <algorithm>

namespace warroom::charts {

namespace {

/// All four parts of a pixel times n / 255, two at once.
QRgb times(QRgb pixel, uint n)
{
    constexpr uint half = 0x00ff00ff;
    const auto rounded = [](uint pair) { return pair + ((pair >> 8) & half) + 0x00800080; };
    const uint even = (rounded((pixel & half) * n) >> 8) & half;
    const uint odd = rounded(((pixel >> 8) & half) * n) & ~half;
    return even | odd;
}

} // namespace

ColumnImage::ColumnImage(QSize size) : m_size(size), m_pixels(size_t(size.width()) * size_t(size.height())) { }

void ColumnImage::cover(int column, int row, std::span<const float> coverage, QColor colour)
{
    const QRgb full = qPremultiply(colour.rgba());
    const bool opaque = qAlpha(full) == 255;
    QRgb* pixel = m_pixels.data() + size_t(column) * size_t(rows()) + row;
    for (const float part : coverage) {
        const uint amount = uint(std::clamp(part, 0.0F, 1.0F) * 255 + 0.5F);
        if (amount == 255 && opaque) {
            *pixel = full;
        } else if (amount > 0) {
            const QRgb over = times(full, amount);
            *pixel = over + times(*pixel, 255 - uint(qAlpha(over)));
        }
        ++pixel;
    }
}

QImage ColumnImage::image() const
{
    constexpr int block = 32; // Pixels: both sides of it stay in the cache while it is turned over.
    QImage image(m_size, QImage::Format_ARGB32_Premultiplied);
    for (int left = 0; left < columns(); left += block) {
        const int right = std::min(left + block, columns());
        for (int top = 0; top < rows(); top += block) {
            const int bottom = std::min(top + block, rows());
            for (int y = top; y < bottom; ++y) {
                auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
                for (int x = left; x < right; ++x)
                    line[x] = m_pixels[size_t(x) * size_t(rows()) + size_t(y)];
            }
        }
    }
    return image;
}

} // namespace warroom::charts

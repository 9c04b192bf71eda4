// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/contrast.h"

#include <algorithm>
#include <cmath>

namespace warroom::style {

namespace {

constexpr double enough = 4.5;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF()))
        + 0.0722 * linear(double(colour.blueF()));
}

QColor mixed(const QColor& a, const QColor& b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share, a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share);
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor textOn(const QColor& background)
{
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrast(background, black) >= contrast(background, white) ? black : white;
}

QColor readableOn(const QColor& colour, const QColor& background)
{
    constexpr int steps = 20;
    const QColor goal = textOn(background);
    for (int i = 0; i < steps; ++i) {
        const QColor candidate = mixed(colour, goal, float(i) / float(steps));
        if (contrast(candidate, background) >= enough)
            return candidate;
    }
    return goal;
}

} // namespace warroom::style

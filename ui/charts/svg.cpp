// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/svg.h"

#include "charts/drawn.h"
#include "charts/panelwords.h"
#include "metrics/decimated.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace warroom::charts {

namespace {

constexpr int width = 960;
constexpr int height = 320;
constexpr int left = 70;
constexpr int right = 20;
constexpr int top = 56;
constexpr int bottom = 34;
constexpr int plotWidth = width - left - right;
constexpr int plotHeight = height - top - bottom;
constexpr qsizetype longestName = 40;

QString number(double value) { return QString::number(value, 'f', 1); }

/// XML has no room for most control characters, nor for half a character.
QString clean(const QString& text)
{
    QString clean = plainLine(text);
    clean.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.isSurrogate(); });
    return clean;
}

class Picture
{
public:
    Picture(const Panel& panel, const style::Theme& theme)
        : m_panel(panel),
          m_theme(theme),
          m_drawn(drawn(panel)),
          m_lines(linesOf(panel, m_drawn, theme)),
          m_ticks(m_drawn.ticks(6)),
          m_out(&m_bytes)
    {
    }

    QByteArray bytes()
    {
        m_out.writeStartDocument();
        m_out.writeStartElement(u"svg"_s);
        m_out.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        m_out.writeAttribute(u"viewBox"_s, u"0 0 %1 %2"_s.arg(width).arg(height));
        m_out.writeAttribute(u"font-family"_s, u"sans-serif"_s);
        m_out.writeAttribute(u"font-size"_s, u"12"_s);
        m_out.writeTextElement(u"title"_s, clean(m_panel.title));
        shape(u"rect"_s, {{u"width"_s, u"100%"_s}, {u"height"_s, u"100%"_s}, {u"fill"_s, m_theme.surface.name()}});
        const QString symbol = m_drawn.scale.symbol.isEmpty() ? QString() : u" (%1)"_s.arg(m_drawn.scale.symbol);
        text(left, 20, clean(m_panel.title + symbol), u"start"_s, m_theme.text, true);
        text(width - right, 20, leftOutWords(m_drawn), u"end"_s, m_theme.muted);
        axes();
        for (const metrics::Threshold& threshold : m_panel.thresholds)
            level(threshold);
        legend();
        for (const Line& line : m_lines)
            draw(line);
        for (std::size_t i = 0; i < m_panel.marks.size(); ++i)
            sign(m_panel.marks[i], i + 1);
        m_out.writeEndElement();
        m_out.writeEndDocument();
        return m_bytes;
    }

private:
    using Attributes = std::initializer_list<std::pair<QString, QString>>;

    double xOf(Instant at) const
    {
        const double whole = std::max<double>(1, double((m_panel.range.end - m_panel.range.start).count()));
        return left + plotWidth * double((at - m_panel.range.start).count()) / whole;
    }
    double yOf(double value) const
    {
        const double first = m_ticks.at.front();
        const double part = (value - first) / (m_ticks.at.back() - first);
        return top + plotHeight * (1 - std::clamp(part, 0.0, 1.0));
    }
    void shape(const QString& name, Attributes attributes)
    {
        m_out.writeEmptyElement(name);
        for (const auto& [key, value] : attributes)
            m_out.writeAttribute(key, value);
    }
    void rule(double x1, double y1, double x2, double y2, const QColor& colour, const QString& dashes = {})
    {
        shape(u"line"_s,
            {{u"x1"_s, number(x1)}, {u"y1"_s, number(y1)}, {u"x2"_s, number(x2)}, {u"y2"_s, number(y2)},
                {u"stroke"_s, colour.name()}, {u"stroke-dasharray"_s, dashes.isEmpty() ? u"none"_s : dashes}});
    }
    void text(double x, double y, const QString& words, const QString& anchor, const QColor& colour, bool bold = false)
    {
        m_out.writeStartElement(u"text"_s);
        m_out.writeAttribute(u"x"_s, number(x));
        m_out.writeAttribute(u"y"_s, number(y));
        m_out.writeAttribute(u"text-anchor"_s, anchor);
        m_out.writeAttribute(u"fill"_s, colour.name());
        if (bold)
            m_out.writeAttribute(u"font-weight"_s, u"bold"_s);
        m_out.writeCharacters(words);
        m_out.writeEndElement();
    }

    void axes()
    {
        for (const double tick : m_ticks.at) {
            rule(left, yOf(tick), width - right, yOf(tick), m_theme.line);
            const QString said = metrics::axisNumber(tick, m_ticks.step, m_drawn.scale);
            text(left - 8, yOf(tick) + 4, said, u"end"_s, m_theme.muted);
        }
        for (const Instant tick : metrics::timeTicks(m_panel.range.start, m_panel.range.end, m_panel.zone, 8)) {
            rule(xOf(tick), height - bottom, xOf(tick), height - bottom + 5, m_theme.muted);
            const QString said = toDateTime(tick).toTimeZone(m_panel.zone).toString(u"HH:mm"_s);
            text(xOf(tick), height - bottom + 20, said, u"middle"_s, m_theme.muted);
        }
    }

    void level(const metrics::Threshold& threshold)
    {
        if (!std::isfinite(threshold.value) || threshold.value < m_ticks.at.front()
            || threshold.value > m_ticks.at.back())
            return;
        const QColor colour = colourOf(threshold.beyond, m_theme);
        rule(left, yOf(threshold.value), width - right, yOf(threshold.value), colour, u"6 4"_s);
        const QString said = metrics::reading(threshold.value, m_drawn.scale).text();
        text(left + 4, yOf(threshold.value) - 4, clean(said), u"start"_s, colour);
    }

    void legend()
    {
        double x = left;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const QString name = clean(m_drawn.names[qsizetype(i)]).left(longestName);
            const double needed = 30 + 7.0 * double(name.size());
            if (x + needed > width - right)
                break;
            rule(x, 34, x + 16, 34, m_lines[i].look.colour, dashes(m_lines[i]));
            text(x + 22, 38, name, u"start"_s, m_theme.text);
            x += needed;
        }
    }

    static QString dashes(const Line& line)
    {
        QStringList lengths;
        for (const qreal length : pattern(line.look.dash))
            lengths << number(length);
        return lengths.join(u' ');
    }

    void draw(const Line& line)
    {
        QString path;
        const metrics::Plot plot{m_panel.range.start, m_panel.range.end, plotWidth, m_panel.range.step};
        for (const metrics::Column& column : metrics::decimated(*line.series, plot).columns) {
            const auto to = [&](double value, bool joined) {
                path +=
                    (joined && !path.isEmpty() ? u'L' : u'M') + number(left + column.at) + u' ' + number(yOf(value));
            };
            to(column.first, column.joined);
            if (column.minimum != column.maximum)
                for (const double value : {column.minimum, column.maximum, column.last})
                    to(value, true);
            if (!column.joined) // a point alone is seen as a dot
                path += u"h0.1"_s;
        }
        if (!path.isEmpty())
            shape(u"path"_s,
                {{u"d"_s, path}, {u"fill"_s, u"none"_s}, {u"stroke"_s, line.look.colour.name()},
                    {u"stroke-width"_s, u"1.5"_s},
                    {u"stroke-dasharray"_s, dashes(line).isEmpty() ? u"none"_s : dashes(line)}});
    }

    void sign(const Mark& mark, std::size_t count)
    {
        if (mark.at < m_panel.range.start || mark.at > m_panel.range.end)
            return;
        const double x = xOf(mark.at);
        m_out.writeStartElement(u"g"_s);
        m_out.writeTextElement(u"title"_s, clean(mark.words));
        rule(x, top, x, height - bottom, colourOf(mark.tone, m_theme), u"2 3"_s);
        text(x, top - 4, QString::number(count), u"middle"_s, colourOf(mark.tone, m_theme), true);
        m_out.writeEndElement();
    }

    const Panel& m_panel;
    const style::Theme& m_theme;
    const Drawn m_drawn;
    const std::vector<Line> m_lines;
    const metrics::ValueTicks m_ticks;
    QByteArray m_bytes;
    QXmlStreamWriter m_out;
};

} // namespace

QByteArray svg(const Panel& panel, const style::Theme& theme) { return Picture(panel, theme).bytes(); }

} // namespace warroom::charts

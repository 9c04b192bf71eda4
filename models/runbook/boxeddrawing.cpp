// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/drawing.h"

#include <QPoint>
#include <QRect>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

constexpr int mostBoxes = 200;

/// The characters by column and row.
class Canvas
{
public:
    explicit Canvas(const QStringList& lines) : m_lines(lines) { }

    QChar at(QPoint p) const
    {
        const bool inside = p.y() >= 0 && p.y() < m_lines.size() && p.x() >= 0 && p.x() < m_lines[p.y()].size();
        return inside ? m_lines[p.y()][p.x()] : QChar(u' ');
    }
    QString between(int row, int from, int to) const
    {
        return row < 0 || row >= m_lines.size() ? QString()
                                                : m_lines[row].mid(std::max(from, 0), to - std::max(from, 0));
    }
    int rows() const { return int(m_lines.size()); }
    int columns(int row) const { return int(m_lines[row].size()); }

private:
    const QStringList& m_lines;
};

bool isAcross(QChar c) { return u"─━-┬┴┼├┤"_s.contains(c); }
bool isDown(QChar c) { return u"│┃|├┤┼"_s.contains(c); }

/// The box whose upper left corner is here; empty for none.
QRect boxAt(const Canvas& canvas, QPoint corner)
{
    if (canvas.at(corner) != u'┌')
        return {};
    int right = corner.x() + 1;
    while (isAcross(canvas.at({right, corner.y()})))
        ++right;
    int bottom = corner.y() + 1;
    while (isDown(canvas.at({corner.x(), bottom})))
        ++bottom;
    const bool closed = canvas.at({right, corner.y()}) == u'┐' && canvas.at({corner.x(), bottom}) == u'└'
        && canvas.at({right, bottom}) == u'┘' && bottom > corner.y() + 1;
    return closed ? QRect(corner, QPoint(right, bottom)) : QRect();
}

QString textIn(const Canvas& canvas, const QRect& box)
{
    QString text;
    for (int row = box.top() + 1; row < box.bottom(); ++row)
        text += canvas.between(row, box.left() + 1, box.right()) + u' ';
    return text.simplified();
}

QString answerIn(const QString& text)
{
    static const QRegularExpression form(u"\\b(YES|NO)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return form.match(text).captured(1).toUpper();
}

class Boxes
{
public:
    explicit Boxes(const Drawing& drawing) : m_canvas(drawing.lines), m_line(drawing.line)
    {
        for (int row = 0; row < m_canvas.rows(); ++row)
            for (int column = 0; column < m_canvas.columns(row); ++column)
                if (const QRect box = boxAt(m_canvas, {column, row}); box.isValid() && m_boxes.size() < mostBoxes)
                    m_boxes.push_back(box);
    }

    std::optional<DecisionTree> run()
    {
        DecisionTree tree;
        for (const QRect& box : m_boxes)
            tree.nodes.push_back(treeNode(textIn(m_canvas, box), m_line + box.top() + 1));
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            leave(m_boxes[i], tree.nodes[i]);
        const bool asks = std::ranges::any_of(
            tree.nodes, [](const DecisionTree::Node& node) { return node.question && node.edges.size() > 1; });
        return asks ? std::optional(std::move(tree)) : std::nullopt;
    }

private:
    /// Follows every line that goes out of the box, below and to the right.
    void leave(const QRect& box, DecisionTree::Node& node)
    {
        for (int column = box.left() + 1; column < box.right(); ++column)
            if (m_canvas.at({column, box.bottom()}) == u'┬')
                follow({column, box.bottom()}, {0, 1}, node);
        for (int row = box.top() + 1; row < box.bottom(); ++row)
            if (m_canvas.at({box.right(), row}) == u'├')
                follow({box.right(), row}, {1, 0}, node);
    }

    void follow(QPoint at, QPoint step, DecisionTree::Node& node)
    {
        QString answer;
        const int longest = 10'000;
        for (int i = 0; i < longest; ++i) {
            at += step;
            if (const int box = boxOf(at); box >= 0) {
                node.edges.push_back({answer, box});
                return;
            }
            if (answer.isEmpty())
                answer = answerNear(at, step);
            const QChar c = m_canvas.at(at);
            if (step.x() != 0 && (c == u'┐' || c == u'╮'))
                step = {0, 1};
            else if (step.y() != 0 && (c == u'└' || c == u'╰'))
                step = {1, 0};
            else if (step.y() != 0 && (c == u'┘' || c == u'╯'))
                step = {-1, 0};
            else if (c.isSpace())
                return;
        }
    }

    /// Beside a line that goes down, above one that goes across.
    QString answerNear(QPoint at, QPoint step) const
    {
        constexpr int near = 6;
        return step.y() != 0 ? answerIn(m_canvas.between(at.y(), at.x() + 1, at.x() + near))
                             : answerIn(m_canvas.between(at.y() - 1, at.x() - 2, at.x() + near));
    }

    int boxOf(QPoint p) const
    {
        const auto box = std::ranges::find_if(m_boxes, [&](const QRect& each) { return each.contains(p); });
        return box == m_boxes.end() ? -1 : int(box - m_boxes.begin());
    }

    Canvas m_canvas;
    int m_line;
    std::vector<QRect> m_boxes;
};

} // namespace

std::optional<DecisionTree> boxedTree(const Drawing& drawing) { return Boxes(drawing).run(); }

} // namespace warroom::runbook

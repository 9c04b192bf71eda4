// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

#include <QByteArray>

namespace warroom::runbook {

/// A document as a CommonMark parser has to be given it to read what its author meant: fences within fences, code that
/// is never closed, comments that are not to be seen, tags that are only layout.
class SourceLines
{
public:
    explicit SourceLines(const QString& text);

    const QByteArray& markdown() const { return m_markdown; }
    /// The line of the document in which this place of the markdown stands.
    int lineAt(qsizetype offset) const;
    const std::vector<Warning>& warnings() const { return m_warnings; }
    const FrontMatter& frontMatter() const { return m_frontMatter; }
    /// What other documents can point at besides the headings: the names that tags give.
    const QStringList& anchors() const { return m_anchors; }

private:
    void add(qsizetype line, QStringView text);
    void add(qsizetype line, const QString& text) { add(line, QStringView(text)); }
    qsizetype addCode(const std::vector<QStringView>& lines, qsizetype first);
    void addText(qsizetype line, QStringView text);
    QString withoutComments(QStringView text, qsizetype line);

    QByteArray m_markdown;
    std::vector<qsizetype> m_starts; ///< Where each line of the markdown begins,
    std::vector<int> m_numbers; ///< and which one of the document it is.
    std::vector<Warning> m_warnings;
    FrontMatter m_frontMatter;
    QStringList m_anchors;
    qsizetype m_lastCommentEnd = -1; ///< The last line in which a comment could end.
    int m_blank = 0; ///< So many lines before are blank.
    bool m_inComment = false;
    bool m_tooDeep = false;
};

} // namespace warroom::runbook

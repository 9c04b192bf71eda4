// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"
#include "style/theme.h"

#include <QTextBrowser>

#include <memory>

namespace warroom::steps {

/// What a runbook says, as high as it is. Nothing is loaded from anywhere, and a link only says where it leads.
class TextView : public QTextBrowser
{
    Q_OBJECT

public:
    TextView(const std::vector<runbook::Block>& blocks, const style::Theme& theme, QWidget* parent);

    QVariant loadResource(int type, const QUrl& name) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {300, heightForWidth(300)}; }
    QSize minimumSizeHint() const override { return {60, 0}; }

Q_SIGNALS:
    /// As it is written in the document.
    void linkAsked(const QString& target);

private:
    std::unique_ptr<QTextDocument> m_measured; ///< Not the one in view, whose layout would follow each question.
};

} // namespace warroom::steps

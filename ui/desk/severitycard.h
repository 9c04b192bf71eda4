// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"
#include "style/theme.h"

#include <QAbstractButton>

namespace warroom::desk {

/// A severity to choose: label, name, what it means, and its key.
class SeverityCard : public QAbstractButton
{
    Q_OBJECT

public:
    SeverityCard(const playbook::Severity& severity, const QString& key, const style::Theme& theme, QWidget* parent);

    QSize sizeHint() const override { return {150, least}; }
    QSize minimumSizeHint() const override { return {110, least}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr int least = 80; ///< The height of two lines of criteria.

    QString criteria() const;

    playbook::Severity m_severity;
    QString m_key;
    style::Theme m_theme;
    QColor m_colour;
};

} // namespace warroom::desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/reader.h"

#include "runbook/command.h"
#include "runbook/decisiontree.h"
#include "runbook/decoding.h"
#include "runbook/heading.h"
#include "runbook/markdown.h"
#include "runbook/mojibake.h"
#include "runbook/procedure.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

/// "disk-full" of "/runbooks/disk-full.html.md.erb".
QString withoutFolderAndSuffix(const QString& fileName)
{
    const QString name = fileName.section(u'/', -1);
    return name.startsWith(u'.') ? name : name.section(u'.', 0, 0);
}

QString titleOf(const Document& document, const QString& fileName)
{
    if (!document.frontMatter.title.isEmpty())
        return document.frontMatter.title;
    const auto first = std::ranges::find_if(document.blocks, [](const Block& block) {
        return block.kind == Block::Kind::Heading && block.level == 1 && !block.text().trimmed().isEmpty();
    });
    return first == document.blocks.end() ? withoutFolderAndSuffix(fileName) : first->text().simplified();
}

void addAnchors(const std::vector<Block>& blocks, QHash<QString, int>& given, QStringList& anchors)
{
    for (const Block& block : blocks) {
        addAnchors(block.children, given, anchors);
        if (block.kind != Block::Kind::Heading)
            continue;
        const QString anchor = anchorOf(block.text().simplified());
        const int before = given[anchor]++;
        anchors += before == 0 ? anchor : u"%1-%2"_s.arg(anchor).arg(before);
    }
}

void addHidden(const std::vector<Block>& blocks, std::vector<Warning>& warnings)
{
    for (const Block& block : blocks) {
        addHidden(block.children, warnings);
        if (block.kind == Block::Kind::Code)
            for (Warning& warning : hiddenIn(block))
                warnings.push_back(std::move(warning));
    }
}

void addStepless(const std::vector<Runbook>& runbooks, std::vector<Warning>& warnings)
{
    for (const Runbook& runbook : runbooks)
        if (runbook.steps.empty())
            warnings.push_back({runbook.line, Warning::Code::NoSteps, runbook.title});
}

void append(std::vector<Warning>& all, const std::vector<Warning>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

Result<Document> read(const QByteArray& bytes, const QString& fileName, Damage damage)
{
    Result<Decoded> decoded = decode(bytes, fileName);
    if (!decoded)
        return decoded.error();
    Document document;
    document.encoding = decoded->encoding;
    document.warnings = std::move(decoded->warnings);
    document.repair = repairOf(decoded->text);
    if (document.repair) {
        const Repair& repair = *document.repair;
        document.warnings.push_back(
            {repair.changes.front().line, Warning::Code::Mojibake, QString::number(repair.changes.size())});
        document.repaired = damage == Damage::Repair;
        if (document.repaired)
            document.encoding = u"UTF-8 read as "_s + repair.encoding;
    }

    const SourceLines source(document.repaired ? document.repair->text : decoded->text);
    Markdown markdown = parse(source);
    document.frontMatter = source.frontMatter();
    document.counts = markdown.counts;
    document.blocks = std::move(markdown.blocks);
    document.title = titleOf(document, fileName);
    QHash<QString, int> given;
    addAnchors(document.blocks, given, document.anchors);
    document.anchors += source.anchors();
    document.runbooks = runbooksIn(document.blocks, document.title);
    document.trees = treesIn(document.blocks);

    append(document.warnings, source.warnings());
    append(document.warnings, markdown.warnings);
    addHidden(document.blocks, document.warnings);
    addStepless(document.runbooks, document.warnings);
    std::ranges::stable_sort(document.warnings, {}, &Warning::line);
    return document;
}

} // namespace warroom::runbook

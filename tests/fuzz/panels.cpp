// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"
#include "panels/reader.h"
#include "panels/section.h"
#include "panels/unusable.h"
#include "playbook/loader.h"

using namespace warroom;
using namespace warroom::panels;

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const Read all = read(fuzz::bytes(data, size), {});
    const Contents* const contents = std::get_if<Contents>(&all);
    if (!contents)
        return 0;
    fuzz::require(contents->total() <= mostPanels, "panels are bounded");
    for (const Panel& panel : contents->panels) {
        fuzz::require(!panel.expressions.isEmpty(), "what is taken asks for something");
        for (const QString& expression : panel.expressions)
            fuzz::require(!unusable(expression), "what is taken can be asked");
    }
    if (contents->panels.empty())
        return 0;
    const QByteArray playbook = "name: a\ntitle: A\nseverities: [{label: S1, name: High, colour: '#ff0000'}]\n"
                                "statuses: [{word: Open}, {word: Over, milestone: resolved}]\n"
                                "roles: [{id: ic, name: Commander, commander: true}]\n"
        + section(contents->panels).toUtf8();
    fuzz::require(playbook::load(playbook, QStringLiteral("p")).ok(), "what is taken makes a playbook");
    return 0;
}

(function () {
    var input = document.getElementById("search");
    var results = document.getElementById("results");

    function rank(page, words) {
        var title = page[1].toLowerCase();
        var text = page[2].toLowerCase();
        return words.reduce(function (sum, word) {
            if (sum < 0 || (title.indexOf(word) < 0 && text.indexOf(word) < 0)) {
                return -1;
            }
            return sum + (title.indexOf(word) < 0 ? text.split(word).length : 1000);
        }, 0);
    }

    input.addEventListener("input", function () {
        var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
        results.textContent = "";
        if (!words.length) {
            return;
        }
        var found = searchIndex
            .map(function (page) { return [rank(page, words), page]; })
            .filter(function (each) { return each[0] > 0; })
            .sort(function (a, b) { return b[0] - a[0]; })
            .slice(0, 12);
        found.forEach(function (each) {
            var link = document.createElement("a");
            link.href = input.getAttribute("data-root") + each[1][0];
            link.textContent = each[1][1];
            results.appendChild(link);
        });
        if (!found.length) {
            results.textContent = "No results";
        }
    });
})();

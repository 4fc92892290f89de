// Verifies a register with the note and tlog packages of golang.org/x/mod, which know nothing of ours: the checkpoint's
// Ed25519 line, and inclusion and consistency proofs made from tiles.
//
//	verify URL KEY [SIZE ROOT]...
//
// SIZE and ROOT are of earlier checkpoints. It prints one line, or says what does not hold and ends with 1.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Beyond so many entries it proves some of them.
const some = 300

var url string

func main() {
	url = os.Args[1]
	tree := checkpoint(os.Args[2])
	reader := tlog.TileHashReader(tree, tiles{})
	if tree.N > 0 {
		root, err := tlog.TreeHash(tree.N, reader)
		must(err)
		same("root", root, tree.Hash)
	}
	proofs := 0
	for _, index := range places(tree.N) {
		proof, err := tlog.ProveRecord(tree.N, index, reader)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry(tree.N, index))))
		proofs++
	}
	for i := 3; i+1 < len(os.Args); i += 2 {
		size, err := strconv.ParseInt(os.Args[i], 10, 64)
		must(err)
		if size == 0 {
			continue // the package knows no proof from the empty tree, which needs none
		}
		proof, err := tlog.ProveTree(tree.N, size, reader)
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, size, hash(os.Args[i+1])))
		proofs++
	}
	fmt.Printf("size %d root %s proofs %d\n", tree.N, tree.Hash, proofs)
}

func checkpoint(key string) tlog.Tree {
	verifier, err := note.NewVerifier(key)
	must(err)
	signed, err := note.Open(get("checkpoint"), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() || lines[3] != "" {
		fail("the checkpoint is " + signed.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

func places(size int64) []int64 {
	var places []int64
	if size <= some {
		for i := int64(0); i < size; i++ {
			places = append(places, i)
		}
		return places
	}
	for len(places) < some {
		places = append(places, rand.Int63n(size))
	}
	return append(places, 0, size-1)
}

// The entry as the log serves it: each behind its length in two bytes.
func entry(size, index int64) []byte {
	tile := tlog.Tile{H: 8, L: -1, N: index / 256, W: 256}
	if (tile.N+1)*256 > size {
		tile.W = int(size % 256)
	}
	bundle := kept(strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1))
	for i := index % 256; i > 0; i-- {
		bundle = bundle[2+binary.BigEndian.Uint16(bundle):]
	}
	return bundle[2 : 2+binary.BigEndian.Uint16(bundle)]
}

type tiles struct{}

func (tiles) Height() int { return 8 }

func (tiles) ReadTiles(asked []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range asked {
		read = append(read, kept(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return read, nil
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

var known = map[string][]byte{}

// A tile never changes.
func kept(path string) []byte {
	if _, there := known[path]; !there {
		known[path] = get(path)
	}
	return known[path]
}

func get(path string) []byte {
	response, err := http.Get(url + "/" + path)
	must(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(err)
	if response.StatusCode != 200 {
		fail(path + " is answered with " + response.Status)
	}
	return body
}

func hash(text string) tlog.Hash {
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err)
	var hash tlog.Hash
	if copy(hash[:], bytes) != tlog.HashSize || len(bytes) != tlog.HashSize {
		fail("no hash: " + text)
	}
	return hash
}

func same(what string, found, expected tlog.Hash) {
	if found != expected {
		fail(fmt.Sprintf("the %s is %v and not %v", what, found, expected))
	}
}

func must(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(words string) {
	fmt.Println(words)
	os.Exit(1)
}

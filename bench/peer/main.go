// The POSIX driver of Tessera behind the same address as the register under test: the peer of LogBench, no part of the product.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"crypto/rand"
	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

func main() {
	ctx := context.Background()
	driver, err := posix.New(ctx, posix.Config{Path: os.Args[1]})
	if err != nil {
		panic(err)
	}
	skey, _, _ := note.GenerateKey(rand.Reader, "example.org/peer")
	signer, err := note.NewSigner(skey)
	if err != nil {
		panic(err)
	}
	appender, _, _, err := tessera.NewAppender(ctx, driver, tessera.NewAppendOptions().WithCheckpointSigner(signer).WithBatching(512, 20*time.Millisecond).WithCheckpointInterval(time.Second))
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/add", func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(io.LimitReader(r.Body, 65536))
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		idx, err := appender.Add(r.Context(), tessera.NewEntry(b))()
		if err != nil {
			http.Error(w, err.Error(), 503)
			return
		}
		s := fmt.Sprintf("%d", idx.Index)
		w.Header().Set("Content-Length", fmt.Sprint(len(s)))
		io.WriteString(w, s)
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr().(*net.TCPAddr).Port)
	panic(http.Serve(l, nil))
}
